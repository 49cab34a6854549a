package org.colloquy.desktop.ui.parts.markdown;

import java.util.Map;

/// What a file with code is called.
final class CodeFile {
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("python", "py"),
          Map.entry("javascript", "js"),
          Map.entry("typescript", "ts"),
          Map.entry("kotlin", "kt"),
          Map.entry("rust", "rs"),
          Map.entry("ruby", "rb"),
          Map.entry("bash", "sh"),
          Map.entry("shell", "sh"),
          Map.entry("csharp", "cs"),
          Map.entry("c++", "cpp"),
          Map.entry("julia", "jl"),
          Map.entry("matlab", "m"),
          Map.entry("latex", "tex"),
          Map.entry("markdown", "md"),
          Map.entry("mermaid", "mmd"),
          Map.entry("haskell", "hs"),
          Map.entry("fortran", "f90"));

  private CodeFile() {}

  /// @param language in small letters; may be empty
  static String name(String language) {
    var ending = ENDINGS.getOrDefault(language, language);
    return "code." + (ending.matches("[a-z0-9]{1,8}") ? ending : "txt");
  }
}
