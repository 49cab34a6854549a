package org.colloquy.desktop.ui.parts;

import java.util.Locale;
import java.util.Set;

/// The drawing for a kind of file.
public final class FileIcon {
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp");
  private static final Set<String> TABLES = Set.of("csv", "tsv", "xls", "xlsx", "ods");

  private FileIcon() {}

  /// By the name: it is only a drawing.
  public static Icon of(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (PICTURES.contains(ending)) {
      return Icon.PICTURE;
    }
    return TABLES.contains(ending) ? Icon.TABLE : Icon.PAPER;
  }
}
