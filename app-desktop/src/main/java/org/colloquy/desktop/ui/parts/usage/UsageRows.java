package org.colloquy.desktop.ui.parts.usage;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.data.CsvText;
import org.colloquy.model.ColumnType;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.jspecify.annotations.Nullable;

/// Usage as a table: for people, and for other programs.
public final class UsageRows {
  private static final int MILLIONTHS = 6;

  private UsageRows() {}

  /// In the person's language, in the order of the sums.
  ///
  /// @param about what is summed up by, as the first column is called
  public static TableRows shown(String about, List<UsageEntry> sums) {
    if (sums.isEmpty()) {
      return new TableRows(List.of(), List.of(), false);
    }
    var columns =
        List.of(
            new ResultColumn(about, ColumnType.TEXT),
            number("usage.calls"),
            number("usage.input"),
            number("usage.cached"),
            number("usage.output"),
            number("usage.reasoning"),
            number("usage.cost"),
            number("usage.counted"));
    return new TableRows(columns, sums.stream().map(UsageRows::row).toList(), false);
  }

  private static ResultColumn number(String name) {
    return new ResultColumn(Text.of(name), ColumnType.INTEGER);
  }

  private static List<String> row(UsageEntry sum) {
    return List.of(
        UsageWords.title(sum),
        number(sum.calls()),
        number(sum.input()),
        number(sum.cached()),
        number(sum.output()),
        number(sum.reasoning()),
        UsageWords.cost(sum),
        number(sum.estimated()));
  }

  private static String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.getDefault()).format(number);
  }

  /// For spreadsheets and scripts: the same columns in every language, and numbers without signs
  /// between their digits. Names are somebody's words and never formulas.
  ///
  /// @param by what is summed up by, as the server calls it
  public static String csv(String by, List<UsageEntry> sums) {
    var lines = new ArrayList<List<String>>();
    lines.add(
        List.of(
            by,
            "name",
            "calls",
            "input_tokens",
            "output_tokens",
            "calls_with_counted_tokens",
            "cost_usd",
            "calls_without_price",
            "cached_input_tokens",
            "cache_written_input_tokens",
            "reasoning_output_tokens"));
    for (var sum : sums) {
      var cost = sum.cost();
      lines.add(
          List.of(
              CsvText.harmless(sum.of() == null ? "" : sum.of()),
              CsvText.harmless(sum.name()),
              Long.toString(sum.calls()),
              Long.toString(sum.input()),
              Long.toString(sum.output()),
              Long.toString(sum.estimated()),
              cost == null ? "" : BigDecimal.valueOf(cost, MILLIONTHS).toPlainString(),
              Long.toString(sum.unpriced()),
              Long.toString(sum.cached()),
              Long.toString(sum.cacheWritten()),
              Long.toString(sum.reasoning())));
    }
    return CsvText.of(lines);
  }

  /// All of them together; null when there are none.
  public static @Nullable UsageEntry total(List<UsageEntry> sums) {
    return sums.isEmpty()
        ? null
        : new UsageEntry(
            null,
            "",
            sum(sums, UsageEntry::calls),
            sum(sums, UsageEntry::input),
            sum(sums, UsageEntry::output),
            sum(sums, UsageEntry::cached),
            sum(sums, UsageEntry::cacheWritten),
            sum(sums, UsageEntry::reasoning),
            sum(sums, UsageEntry::estimated),
            cost(sums),
            sum(sums, UsageEntry::unpriced));
  }

  private static long sum(List<UsageEntry> sums, ToLongFunction<UsageEntry> part) {
    return sums.stream().mapToLong(part).sum();
  }

  private static @Nullable Long cost(List<UsageEntry> sums) {
    var priced = sums.stream().map(UsageEntry::cost).filter(Objects::nonNull).toList();
    return priced.isEmpty() ? null : priced.stream().mapToLong(Long::longValue).sum();
  }
}
