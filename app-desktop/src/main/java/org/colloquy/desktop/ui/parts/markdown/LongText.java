package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;

/// Cuts text that is too long to be laid out at once into pieces, between words.
final class LongText {
  /// More than this in one piece makes the window slow, in UTF-16 units.
  static final int PIECE = 4_000;

  private LongText() {}

  static List<List<Inline>> inPieces(List<Inline> runs) {
    var pieces = new ArrayList<List<Inline>>();
    var piece = new ArrayList<Inline>();
    var length = 0;
    for (var run : runs) {
      for (var part : cut(run)) {
        if (length > 0 && length + part.text().length() > PIECE) {
          pieces.add(piece);
          piece = new ArrayList<>();
          length = 0;
        }
        piece.add(part);
        length += part.text().length();
      }
    }
    pieces.add(piece);
    return pieces;
  }

  private static List<Inline> cut(Inline run) {
    if (!(run instanceof Inline.Words words) || words.text().length() <= PIECE) {
      return List.of(run);
    }
    var text = words.text();
    var parts = new ArrayList<Inline>();
    for (var from = 0; from < text.length(); ) {
      var to = end(text, from);
      parts.add(words.part(from, to));
      from = to;
    }
    return parts;
  }

  /// Behind a blank if there is one; never between the two halves of a character.
  private static int end(String text, int from) {
    var most = Math.min(text.length(), from + PIECE);
    if (most == text.length()) {
      return most;
    }
    var blank = text.lastIndexOf(' ', most - 1);
    if (blank > from) {
      return blank + 1;
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }
}
