package org.colloquy.server.core.document;

import java.io.InputStream;

/// Reads the text of files, outside of this process: a file may be made to do harm.
public interface Extractor {
  /// What stands in a file.
  ///
  /// @param content is read to its end and left open
  /// @param name only tells what its content leaves open, such as the language of source code
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence for the person when it
  ///   cannot be read: broken, too large, protected, of a kind that has no text
  DocumentText extract(InputStream content, String name);
}
