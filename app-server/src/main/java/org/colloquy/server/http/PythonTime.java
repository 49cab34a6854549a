package org.colloquy.server.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// Times in UTC as Python's `isoformat` writes them: microseconds unless there are none.
public final class PythonTime {
  private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MICROSECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private PythonTime() {}

  /// The time with its zone.
  ///
  /// @param zone how UTC is written after it: `Z` or `+00:00`
  public static String of(Instant time, String zone) {
    boolean whole = time.get(ChronoField.MICRO_OF_SECOND) == 0;
    return (whole ? SECONDS : MICROSECONDS).format(time) + zone;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
