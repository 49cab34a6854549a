package org.colloquy.desktop.ui.parts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Finds words in a text, in small and large letters, with and without accents.
public final class Finding {
  /// A part of a text, in UTF-16 units.
  public record Stretch(int from, int to) {}

  private final StringBuilder folded = new StringBuilder();
  private int[] origins = new int[16];

  private Finding(String text) {
    for (var at = 0; at < text.length(); ) {
      var letter = text.codePointAt(at);
      add(letter, at);
      at += Character.charCount(letter);
    }
    note(text.length());
  }

  private void add(int letter, int origin) {
    if (letter < 128) {
      add((char) Character.toLowerCase(letter), origin);
      return;
    }
    var parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
    for (var part : parts.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        add(part, origin);
      }
    }
  }

  private void add(char letter, int origin) {
    note(origin);
    folded.append(letter);
  }

  private void note(int origin) {
    if (folded.length() == origins.length) {
      origins = Arrays.copyOf(origins, 2 * origins.length);
    }
    origins[folded.length()] = origin;
  }

  /// Where the words stand, from the beginning, none over another.
  public static List<Stretch> in(String text, String words) {
    var wanted = new Finding(words).folded.toString();
    var found = new ArrayList<Stretch>();
    if (!wanted.isEmpty()) {
      var all = new Finding(text);
      for (var at = all.folded.indexOf(wanted); at >= 0; ) {
        var end = at + wanted.length();
        found.add(new Stretch(all.origins[at], all.origins[end]));
        at = all.folded.indexOf(wanted, end);
      }
    }
    return found;
  }
}
