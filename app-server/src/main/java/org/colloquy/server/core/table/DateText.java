package org.colloquy.server.core.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.DateOrder;
import org.jspecify.annotations.Nullable;

/// A date, with or without a time of the day, as it stands in a file.
final class DateText {
  private static final int LONGEST = 48;
  private static final int LONG_YEAR = 4;
  private static final int COMPACT = 8;
  private static final int SHORTEST_MONTH = 3;

  /// Two digits from here on mean the last century.
  private static final int LAST_CENTURY = 70;

  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan"),
          List.of("feb"),
          List.of("mar", "mär", "mrz"),
          List.of("apr"),
          List.of("may", "mai"),
          List.of("jun"),
          List.of("jul"),
          List.of("aug"),
          List.of("sep"),
          List.of("oct", "okt"),
          List.of("nov"),
          List.of("dec", "dez"));

  private final String text;
  private final DateOrder order;
  private int at;

  private DateText(String text, DateOrder order) {
    this.text = text;
    this.order = order;
  }

  /// @param time null when there is only a date
  /// @param clear whether no other order would give another date
  record Read(LocalDate date, @Nullable LocalDateTime time, boolean clear) {}

  static @Nullable Read read(String text, DateOrder order) {
    if (text.length() < 6 || text.length() > LONGEST) {
      return null;
    }
    try {
      return new DateText(text, order).read();
    } catch (DateTimeException _) {
      return null;
    }
  }

  private record Part(String word, int number, int length) {
    boolean isWord() {
      return !word.isEmpty();
    }
  }

  private @Nullable Read read() {
    var first = part();
    if (first == null) {
      return null;
    }
    if (!first.isWord() && first.length() == COMPACT) {
      int all = first.number();
      return ended(LocalDate.of(all / 10_000, all / 100 % 100, all % 100), true);
    }
    int mark = mark();
    var second = mark == 0 ? null : part();
    if (second == null || (mark() != mark && !(first.isWord() || second.isWord()))) {
      return null;
    }
    var third = part();
    if (third == null || third.isWord()) {
      return null;
    }
    return dated(first, second, third);
  }

  private @Nullable Read dated(Part first, Part second, Part third) {
    if (first.isWord()) {
      return second.isWord() ? null : ended(date(third, month(first), second.number()), true);
    }
    if (second.isWord()) {
      return first.length() == LONG_YEAR
          ? ended(date(first, month(second), third.number()), true)
          : ended(date(third, month(second), first.number()), true);
    }
    if (first.length() == LONG_YEAR) {
      return third.length() > 2 ? null : ended(date(first, second.number(), third.number()), true);
    }
    if (first.length() > 2 || second.length() > 2) {
      return null;
    }
    return switch (order) {
      case YEAR_MONTH_DAY ->
          third.length() > 2 ? null : ended(date(first, second.number(), third.number()), false);
      case DAY_MONTH_YEAR ->
          ended(date(third, second.number(), first.number()), first.number() > 12);
      case MONTH_DAY_YEAR ->
          ended(date(third, first.number(), second.number()), second.number() > 12);
    };
  }

  private static LocalDate date(Part year, int month, int day) {
    if (year.length() != 2 && year.length() != LONG_YEAR) {
      throw new DateTimeException("no year");
    }
    int number =
        year.length() == LONG_YEAR
            ? year.number()
            : year.number() + (year.number() >= LAST_CENTURY ? 1900 : 2000);
    return LocalDate.of(number, month, day);
  }

  private static int month(Part part) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(part.word()::startsWith)) {
        return i + 1;
      }
    }
    throw new DateTimeException("no month");
  }

  private @Nullable Part part() {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at > start) {
      return at - start > COMPACT
          ? null
          : new Part("", Integer.parseInt(text.substring(start, at)), at - start);
    }
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at - start < SHORTEST_MONTH
        ? null
        : new Part(text.substring(start, at).toLowerCase(Locale.ROOT), 0, at - start);
  }

  /// What stands between two parts, as one of its kinds; 0 for nothing that may.
  private int mark() {
    int start = at;
    while (at < text.length() && ".,/- ".indexOf(text.charAt(at)) >= 0 && at - start < 2) {
      at++;
    }
    return at == start ? 0 : text.charAt(start);
  }

  private @Nullable Read ended(LocalDate date, boolean clear) {
    if (at == text.length()) {
      return new Read(date, null, clear);
    }
    char mark = text.charAt(at);
    if (mark == ',' && at + 1 < text.length() && text.charAt(at + 1) == ' ') {
      at += 2;
    } else if (mark == 'T' || mark == 't' || mark == ' ' || mark == '_') {
      at++;
    } else {
      return null;
    }
    var time = TimeText.read(text.substring(at));
    return time == null
        ? null
        : new Read(date, date.atTime(time.time()).minusSeconds(time.offset()), clear);
  }

  /// A time of the day alone.
  static @Nullable LocalTime time(String text) {
    var read = TimeText.read(text);
    return read == null || read.offset() != 0 ? null : read.time();
  }
}
