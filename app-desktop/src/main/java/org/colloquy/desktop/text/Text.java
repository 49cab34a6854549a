package org.colloquy.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every text that people read. Keys name the place: `chat.send`.
public final class Text {
  private static final String BUNDLE = "org.colloquy.desktop.text.texts";

  private Text() {}

  /// The texts in the program's language, for FXML.
  public static ResourceBundle bundle() {
    return ResourceBundle.getBundle(BUNDLE, Locale.getDefault());
  }

  public static String of(String key) {
    return bundle().getString(key);
  }

  /// The text with its `{0}`, `{1}` filled in.
  public static String of(String key, Object... parts) {
    return new MessageFormat(of(key), Locale.getDefault()).format(parts);
  }
}
