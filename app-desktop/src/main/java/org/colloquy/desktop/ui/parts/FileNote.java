package org.colloquy.desktop.ui.parts;

import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.text.Text;

/// What is said about a file of a conversation besides its name.
public final class FileNote {
  private FileNote() {}

  /// Its size, and how far its text is read.
  public static String of(FileEntry file) {
    if (file.size() < 0) {
      return Text.of("files.elsewhere");
    }
    var size = Sizes.of(file.size());
    var reading = file.reading();
    return switch (reading.state()) {
      case UNKNOWN -> size;
      case WAITING -> Text.of("files.waiting", size);
      case READING -> Text.of("files.reading", size);
      case READY -> reading.pages() == 0 ? size : Text.of("files.ready", size, reading.pages());
      case NOTHING -> Text.of("files.nothing", size);
      case FAILED -> Text.of("files.failed", size, reading.failure());
    };
  }
}
