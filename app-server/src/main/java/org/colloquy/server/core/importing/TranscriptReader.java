package org.colloquy.server.core.importing;

import java.io.InputStream;

/// Reads the files in which other programs hand conversations on.
public interface TranscriptReader {
  /// Hands over each conversation of a file, one at a time. One that cannot be read does not stop
  /// the others.
  ///
  /// @param content read as far as it is needed, and left open
  /// @param name of the file, for what has no title of its own
  /// @throws org.colloquy.model.ProblemException Invalid with `file` when it is none of the files
  ///   that can be read
  void read(InputStream content, String name, TranscriptTaker taker);
}
