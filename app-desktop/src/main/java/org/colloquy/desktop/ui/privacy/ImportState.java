package org.colloquy.desktop.ui.privacy;

import java.nio.file.Path;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.ImportReport;

/// What goes on with conversations from elsewhere.
public sealed interface ImportState {
  /// Nothing.
  record Quiet() implements ImportState {}

  /// A file is read, or taken over.
  record Working() implements ImportState {}

  /// This is in the file, and nothing was taken over yet.
  record Seen(Path file, ImportReport report) implements ImportState {}

  /// This came of it.
  record Taken(ImportReport report) implements ImportState {}

  /// It was not done.
  record Failed(Failure why) implements ImportState {}
}
