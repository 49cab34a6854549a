package org.colloquy.server.core.document;

import org.colloquy.server.core.document.DocumentStore.FileToRead;

/// Hears of files whose text was read.
public interface ReadListener {
  /// A file was read just now, on a thread of the background.
  void read(FileToRead file, DocumentText text);
}
