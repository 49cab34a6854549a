package org.colloquy.desktop.ui.privacy;

import java.nio.file.Path;
import org.colloquy.desktop.client.Erased;
import org.colloquy.desktop.client.Failure;

/// What goes on with the account's data.
public sealed interface DataState {
  /// Nothing.
  record Quiet() implements DataState {}

  /// Something takes its time.
  record Working() implements DataState {}

  /// Everything is in this file.
  ///
  /// @param bytes its size
  record Exported(Path file, long bytes) implements DataState {}

  /// Everything is gone.
  record Gone(Erased report) implements DataState {}

  /// It was not done.
  record Failed(Failure why) implements DataState {}
}
