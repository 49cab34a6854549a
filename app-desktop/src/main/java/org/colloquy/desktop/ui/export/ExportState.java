package org.colloquy.desktop.ui.export;

import java.nio.file.Path;
import org.colloquy.desktop.client.Failure;

/// How far a file of conversations is.
public sealed interface ExportState {
  /// Nothing goes on.
  record Quiet() implements ExportState {}

  /// It is being written.
  ///
  /// @param bytes that arrived
  record Working(long bytes) implements ExportState {}

  /// It is there.
  ///
  /// @param bytes its size
  record Written(Path file, long bytes) implements ExportState {}

  /// It was not written.
  record Failed(Failure why) implements ExportState {}
}
