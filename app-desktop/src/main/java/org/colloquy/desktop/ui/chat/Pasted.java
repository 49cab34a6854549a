package org.colloquy.desktop.ui.chat;

import java.nio.charset.StandardCharsets;
import org.colloquy.desktop.client.Upload;

/// What is pasted into the field where one writes, and is too much for it: it becomes a file.
final class Pasted {
  /// Longer texts become files, in UTF-16 units.
  static final int LONG = 4_000;

  /// Texts of more lines become files.
  static final int MANY_LINES = 40;

  private final UploadsViewModel uploads;
  private int texts;
  private int pictures;

  Pasted(UploadsViewModel uploads) {
    this.uploads = uploads;
  }

  /// Takes a long text; false when it belongs into the field.
  boolean takesText(String text) {
    if (text.length() <= LONG && text.lines().limit(MANY_LINES + 1L).count() <= MANY_LINES) {
      return false;
    }
    texts++;
    var name = texts == 1 ? "pasted.txt" : "pasted-" + texts + ".txt";
    uploads.addText(Upload.Content.of(name, text.getBytes(StandardCharsets.UTF_8)), text);
    return true;
  }

  /// What a pasted picture is called.
  String nextPicture() {
    pictures++;
    return pictures == 1 ? "pasted.png" : "pasted-" + pictures + ".png";
  }
}
