package org.colloquy.desktop.ui.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.usage.UsageDays;
import org.colloquy.desktop.ui.parts.usage.UsageWords;
import org.colloquy.desktop.ui.usage.UsageViewModel.By;
import org.colloquy.desktop.ui.usage.UsageViewModel.Measure;

/// The bars that show usage: one for each day, also for those on which nothing was used, and else
/// the greatest sums and the rest of them.
final class UsageBars {
  private static final int MOST_DAYS = 100;
  private static final int MOST_BARS = 8;
  private static final int LONGEST = 26;
  private static final double MILLION = 1_000_000;

  private UsageBars() {}

  /// @param cost in US dollars
  record Bar(String label, double input, double output, double cost) {
    double of(Measure measure) {
      return switch (measure) {
        case TOKENS -> input + output;
        case COST -> cost;
      };
    }

    private Bar and(Bar other) {
      return new Bar(label, input + other.input, output + other.output, cost + other.cost);
    }
  }

  /// By day the earliest first, else the greatest first.
  static List<Bar> of(By by, UsageDays days, Measure measure, List<UsageEntry> sums) {
    return by == By.DAY ? byTime(days, sums) : bySize(measure, sums);
  }

  private static List<Bar> byTime(UsageDays days, List<UsageEntry> sums) {
    boolean few = ChronoUnit.DAYS.between(days.first(), days.last()) < MOST_DAYS;
    Function<LocalDate, String> label = few ? UsageBars::day : UsageBars::month;
    var bars = new LinkedHashMap<String, Bar>();
    for (var day = days.first(); !day.isAfter(days.last()); day = next(day, few)) {
      bars.put(label.apply(day), new Bar(label.apply(day), 0, 0, 0));
    }
    for (var sum : sums) {
      if (sum.of() != null) {
        var at = label.apply(LocalDate.parse(sum.of()));
        bars.merge(at, bar(at, sum), Bar::and);
      }
    }
    return List.copyOf(bars.values());
  }

  private static LocalDate next(LocalDate day, boolean few) {
    return few ? day.plusDays(1) : day.plusMonths(1).withDayOfMonth(1);
  }

  private static String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
        .withLocale(Locale.getDefault(Locale.Category.FORMAT))
        .format(day);
  }

  private static String month(LocalDate day) {
    return YearMonth.from(day).toString();
  }

  private static List<Bar> bySize(Measure measure, List<UsageEntry> sums) {
    var bars = new LinkedHashMap<String, Bar>();
    for (var sum : sums) {
      var label = shortened(UsageWords.title(sum));
      bars.merge(label, bar(label, sum), Bar::and);
    }
    var sorted =
        bars.values().stream()
            .sorted(Comparator.comparingDouble((Bar bar) -> bar.of(measure)).reversed())
            .toList();
    if (sorted.size() <= MOST_BARS) {
      return sorted;
    }
    var shown = new ArrayList<>(sorted.subList(0, MOST_BARS - 1));
    shown.add(
        sorted.stream()
            .skip(MOST_BARS - 1L)
            .reduce(new Bar(Text.of("usage.rest"), 0, 0, 0), Bar::and));
    return List.copyOf(shown);
  }

  private static String shortened(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
  }

  private static Bar bar(String label, UsageEntry sum) {
    var cost = sum.cost();
    return new Bar(label, sum.input(), sum.output(), cost == null ? 0 : cost / MILLION);
  }
}
