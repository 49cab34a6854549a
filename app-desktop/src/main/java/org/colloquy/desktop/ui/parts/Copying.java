package org.colloquy.desktop.ui.parts;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts text on the clipboard.
public final class Copying {
  private Copying() {}

  public static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Takes what is pasted into programs that know formatting along.
  ///
  /// @param text for all others
  public static void copy(String text, String html) {
    var content = new ClipboardContent();
    content.putString(text);
    content.putHtml(html);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
