package org.colloquy.server.core.attachment;

/// The name of an uploaded file as people are shown it.
final class FileName {
  private static final int LONGEST = 255;
  private static final String NAMELESS = "file";

  private FileName() {}

  /// The last part of what the sender called it, without characters that cannot be seen.
  static String shown(String sent) {
    int start = Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1;
    var seen = new StringBuilder();
    sent.substring(start)
        .codePoints()
        .filter(FileName::isSeen)
        .limit(LONGEST)
        .forEach(seen::appendCodePoint);
    var name = seen.toString().strip();
    return name.isEmpty() || name.equals(".") || name.equals("..") ? NAMELESS : name;
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
