package org.colloquy.server.core.export;

import java.nio.charset.StandardCharsets;
import org.colloquy.model.Conversation;

/// Makes of what people called something a part of a file's name that every system can unpack, and
/// that stays in its folder.
public final class EntryName {
  private static final int MOST_BYTES = 150;

  private EntryName() {}

  /// Letters, digits, blanks, hyphens and underscores stay, everything else becomes a hyphen.
  public static String of(String text) {
    return shortened(text, false);
  }

  /// As [#of], but dots inside stay, for the sake of the ending.
  public static String ofFile(String text) {
    return shortened(text, true);
  }

  /// What the file of a conversation is called, without its ending.
  static String of(Conversation conversation) {
    var title = of(conversation.title());
    return title.isEmpty() ? "untitled" : title;
  }

  private static String shortened(String text, boolean dots) {
    var name = new StringBuilder();
    int bytes = 0;
    for (int character : text.strip().codePoints().toArray()) {
      var piece = Character.toString(kept(character, dots) ? character : '-');
      bytes += piece.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        break;
      }
      name.append(piece);
    }
    return name.toString().strip().replaceAll("^\\.+|\\.+$", "-");
  }

  private static boolean kept(int character, boolean dots) {
    return Character.isLetterOrDigit(character)
        || character == ' '
        || character == '-'
        || character == '_'
        || (dots && character == '.');
  }
}
