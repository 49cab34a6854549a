package org.colloquy.server.core.table;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time of the day as it stands in a file.
final class TimeText {
  private static final int LONGEST = 32;
  private static final int HALF_DAY = 12;
  private static final int NANO_DIGITS = 9;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)? ?([AaPp])?(?:\\.?[Mm]\\.?)?"
              + " ?(Z|z|UTC|GMT|([+-])(\\d{2}):?(\\d{2})?)?");

  private TimeText() {}

  /// @param offset from UTC, in seconds
  record Read(LocalTime time, int offset) {}

  static @Nullable Read read(String text) {
    if (text.length() > LONGEST || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return null;
    }
    var found = FORM.matcher(text);
    if (!found.matches()) {
      return null;
    }
    try {
      int hour = hour(number(found.group(1)), found.group(5));
      var time =
          LocalTime.of(hour, number(found.group(2)), number(found.group(3)), nanos(found.group(4)));
      int offset = number(found.group(8)) * 3_600 + number(found.group(9)) * 60;
      return new Read(time, "-".equals(found.group(7)) ? -offset : offset);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > HALF_DAY) {
      throw new DateTimeException("no hour of half a day");
    }
    return hour % HALF_DAY + (half.equalsIgnoreCase("p") ? HALF_DAY : 0);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null
        ? 0
        : Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }
}
