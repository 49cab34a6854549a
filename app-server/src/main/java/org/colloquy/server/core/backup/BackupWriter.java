package org.colloquy.server.core.backup;

/// Writes everything that is kept here into one file.
public interface BackupWriter {
  /// Writes it as it is at one moment, while other work goes on. There is no file when it fails.
  ///
  /// @param file its path on this computer; nothing may be there
  /// @return its length in bytes
  /// @throws org.colloquy.model.ProblemException Unavailable with the reason; Busy when another one
  ///   is being written
  long write(String file);
}
