package org.colloquy.server.core.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words in quotation marks, to be looked up. They are found where they stand literally, or with
/// parts left out where they say so; never where they only resemble something.
final class Quote {
  /// How far from each other parts may be, in characters.
  private static final int FARTHEST = 2_000;

  private static final int FEWEST_WORDS_OF_PART = 2;

  private static final Pattern LEFT_OUT =
      Pattern.compile("\\h*[\\[(]?\\h*(?:…|\\.\\h?\\.\\h?\\.(?:\\h?\\.)?)\\h*[\\])]?\\h*");
  private static final Pattern MARKUP = Pattern.compile("\\*\\*|__|(?<!\\w)[*_]|[*_](?!\\w)|`");
  private static final Pattern FIRST_LETTER = Pattern.compile("^\\[(\\p{L})]");
  private static final Pattern EDGES = Pattern.compile("^[\\s.,;:!?…]+|[\\s.,;:!?…]+$");

  private final List<List<ComparedText>> readings = new ArrayList<>();

  Quote(String words) {
    read(words);
    var plain = MARKUP.matcher(words).replaceAll("");
    if (!plain.equals(words)) {
      read(plain);
    }
  }

  /// Where a quote stands, in UTF-16 units of the text that was looked through.
  record Found(int start, int end) {}

  private void read(String words) {
    var whole = parts(List.of(words));
    if (!whole.isEmpty()) {
      readings.add(whole);
    }
    var pieces = List.of(LEFT_OUT.split(words, -1));
    if (pieces.size() > 1 || !pieces.getFirst().equals(words)) {
      var parts = parts(pieces);
      boolean tellsEnough = parts.size() == 1 || parts.stream().allMatch(Quote::hasWords);
      if (!parts.isEmpty() && tellsEnough) {
        readings.add(parts);
      }
    }
  }

  private static List<ComparedText> parts(List<String> pieces) {
    return pieces.stream()
        .map(piece -> FIRST_LETTER.matcher(piece.strip()).replaceFirst("$1"))
        .map(piece -> EDGES.matcher(piece).replaceAll(""))
        .map(ComparedText::of)
        .filter(part -> part.length() > 0)
        .toList();
  }

  private static boolean hasWords(ComparedText part) {
    return part.toString().split(" ", -1).length >= FEWEST_WORDS_OF_PART;
  }

  /// Whether there is nothing in it to look for.
  boolean isEmpty() {
    return readings.isEmpty();
  }

  /// The place in a text that is nearest to another one.
  Optional<Found> in(ComparedText text, int near) {
    Found best = null;
    for (var parts : readings) {
      int from = 0;
      var found = find(text, parts, from);
      while (found.isPresent()) {
        var place = found.get();
        if (best == null || Math.abs(place.start() - near) < Math.abs(best.start() - near)) {
          best = place;
        }
        from = next(text, from, place.start());
        found = find(text, parts, from);
      }
      if (best != null) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  /// After the character that stands at this place of the original.
  private static int next(ComparedText text, int from, int start) {
    int place = from;
    while (place < text.length() && text.start(place) <= start) {
      place++;
    }
    return place;
  }

  private static Optional<Found> find(ComparedText text, List<ComparedText> parts, int from) {
    for (int place = from; place < text.length(); place++) {
      int end = matched(text, place, parts.getFirst());
      for (int part = 1; part < parts.size() && end >= 0; part++) {
        end = follow(text, end, parts.get(part));
      }
      if (end >= 0) {
        return Optional.of(new Found(text.start(place), text.end(end - 1)));
      }
    }
    return Optional.empty();
  }

  private static int follow(ComparedText text, int after, ComparedText part) {
    for (int place = after; place < Math.min(text.length(), after + FARTHEST); place++) {
      int end = matched(text, place, part);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  /// Where a part ends that begins at a place; -1 when it does not stand there as a whole.
  private static int matched(ComparedText text, int start, ComparedText part) {
    if (!sameFirst(text.at(start), part.at(0)) || !beginsAt(text, start)) {
      return -1;
    }
    int place = start + 1;
    for (int i = 1; i < part.length(); i++) {
      if (place < text.length() && text.isOptional(place) && part.at(i) != '-') {
        place++;
      }
      if (dividesWord(part, i) && place < text.length() && text.at(place) != '-') {
        continue; // a line may have ended there, and its hyphen may be gone
      }
      if (place >= text.length() || text.at(place) != part.at(i)) {
        return -1;
      }
      place++;
    }
    return endsAt(text, place) ? place : -1;
  }

  /// Whether a hyphen stands inside a word that could have been divided there.
  private static boolean dividesWord(ComparedText part, int place) {
    return part.at(place) == '-'
        && place + 1 < part.length()
        && !part.isLongDash(place)
        && Character.isLetter(part.at(place - 1))
        && Character.isLowerCase(part.at(place + 1))
        && part.touchesLast(place)
        && part.touchesLast(place + 1);
  }

  private static boolean sameFirst(char one, char other) {
    return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
  }

  /// Whether no word or number goes on before a place.
  private static boolean beginsAt(ComparedText text, int place) {
    if (place == 0) {
      return true;
    }
    char first = text.at(place);
    char last = text.at(place - 1);
    if (text.isOptional(place - 1) || (ComparedText.isWord(last) && ComparedText.isWord(first))) {
      return false;
    }
    if (!text.touchesLast(place) || !ComparedText.isWord(first)) {
      return true;
    }
    boolean word = place > 1 && ComparedText.isWord(text.at(place - 2));
    boolean number = word && Character.isDigit(text.at(place - 2));
    boolean digit = Character.isDigit(first);
    return switch (last) {
      case '-' -> text.isLongDash(place - 1);
      case '\'' -> !word;
      case '.' -> !digit || (word && !number);
      case ',', ':', '/' -> !digit || !number;
      case '+', '^', '_' -> false;
      default -> true;
    };
  }

  /// Whether no word or number goes on after a place.
  private static boolean endsAt(ComparedText text, int end) {
    if (end == text.length()) {
      return true;
    }
    char last = text.at(end - 1);
    char next = text.at(end);
    if (text.isOptional(end) || (ComparedText.isWord(last) && ComparedText.isWord(next))) {
      return false;
    }
    boolean digit = Character.isDigit(last);
    if (digit && (next == '%' || next == '‰')) {
      return false;
    }
    if (!text.touchesLast(end) || !ComparedText.isWord(last)) {
      return true;
    }
    boolean word =
        end + 1 < text.length()
            && text.touchesLast(end + 1)
            && ComparedText.isWord(text.at(end + 1));
    boolean number = word && Character.isDigit(text.at(end + 1));
    return switch (next) {
      case '-' -> !word || text.isLongDash(end);
      case '\'', '^', '_' -> !word;
      case '.', ',', ':', '/' -> !(digit && number);
      default -> true;
    };
  }
}
