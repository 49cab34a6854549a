package org.colloquy.desktop.ui.parts;

/// Makes names of files out of what people called something.
public final class FileNames {
  private static final int LONGEST = 100;

  private FileNames() {}

  /// Without what some system does not take in names; never empty.
  ///
  /// @param title of a conversation
  public static String of(String title) {
    var name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
    var cut = name.codePoints().limit(LONGEST);
    var kept =
        cut.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .replaceAll("^[. ]+|[. ]+$", "");
    return kept.isEmpty() ? "conversation" : kept;
  }
}
