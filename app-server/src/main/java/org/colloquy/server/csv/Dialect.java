package org.colloquy.server.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.model.ProblemException;

/// How the rows of a text are written, by the look of its beginning.
///
/// @param quote empty if there is none
/// @param skip how many lines before the table are left out
/// @param width how many values most rows have
/// @param share how many of the rows have that many, from 0 to 1
record Dialect(String delimiter, String quote, int skip, int width, double share, int rows) {
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", ":");
  private static final int MOST_ROWS = 500;
  private static final int MOST_SKIPPED = 30;
  private static final double LIKELY = 0.9;
  private static final int ENOUGH_ROWS = 3;
  private static final Pattern PLAIN =
      Pattern.compile("\\s*|[+\u2212-]?[\\d.,'\u00a0 ]+([eE][+-]?\\d+)?%?|[\\d./: T-]+Z?|NA|N/A");

  /// Whether this is a table, although nothing but its look says so.
  boolean isLikely() {
    return width > 1 && share >= LIKELY && rows >= ENOUGH_ROWS && !delimiter.equals(":");
  }

  /// The likeliest one for a text.
  static Dialect of(String sample) {
    var told = told(sample);
    if (!told.isEmpty()) {
      var rows = rows(sample, told, "\"", 1);
      int width = commonWidth(rows);
      return new Dialect(told, "\"", 1, width, share(rows, width), rows.size());
    }
    var quoted = best(sample, quote(sample));
    return quoted.width() > 1 || isReadable(sample, quoted.quote()) ? quoted : best(sample, "");
  }

  private static Dialect best(String sample, String quote) {
    var best = new Dialect(",", quote, 0, 1, 1, 1);
    double most = 0;
    for (var delimiter : DELIMITERS) {
      var rows = rows(sample, delimiter, quote, 0);
      int width = commonWidth(rows);
      double score = width < 2 ? 0 : score(rows, width, delimiter);
      if (score > most) {
        most = score;
        best =
            new Dialect(
                delimiter, quote, skip(rows, width), width, share(rows, width), rows.size());
      }
    }
    return best;
  }

  /// Whether quotes are not just characters of the text.
  private static boolean isReadable(String sample, String quote) {
    return !rows(sample, ",", quote, 0).isEmpty();
  }

  /// The same when somebody said how the rows are written.
  static int width(String sample, String delimiter, String quote, int skip) {
    return commonWidth(rows(sample, delimiter, quote, skip));
  }

  /// A first line by which spreadsheet programs say their delimiter.
  private static String told(String sample) {
    var first = sample.lines().findFirst().orElse("").strip();
    return first.length() == 5 && first.startsWith("sep=") ? first.substring(4) : "";
  }

  private static String quote(String sample) {
    long doubles = sample.chars().filter(c -> c == '"').count();
    long singles = quotedBy('\'', sample);
    return singles > 1 && singles > doubles ? "'" : "\"";
  }

  /// How many values begin and end with this character.
  private static long quotedBy(char quote, String sample) {
    return Pattern.compile(
            "(?m)(^|[,;\t|])" + quote + "[^\n" + quote + "]*" + quote + "($|[,;\t|])")
        .matcher(sample)
        .results()
        .count();
  }

  private record Row(long line, List<String> values) {}

  private static List<Row> rows(String sample, String delimiter, String quote, int skip) {
    var rows = new ArrayList<Row>();
    try {
      read(sample, delimiter, quote, skip, rows);
      return rows;
    } catch (ProblemException _) {
      return List.of();
    }
  }

  private static void read(
      String sample, String delimiter, String quote, int skip, List<Row> rows) {
    CsvRows.of(sample, delimiter, quote, skip)
        .read((line, values) -> {
          rows.add(new Row(line, List.of(values)));
          return rows.size() < MOST_ROWS;
        });
  }

  private static int commonWidth(List<Row> rows) {
    var counts = new HashMap<Integer, Integer>();
    rows.forEach(row -> counts.merge(row.values().size(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max((a, b) ->
            a.getValue().equals(b.getValue())
                ? Integer.compare(a.getKey(), b.getKey())
                : Integer.compare(a.getValue(), b.getValue()))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  private static double share(List<Row> rows, int width) {
    int skipped = skip(rows, width);
    var left = rows.stream().filter(row -> row.line() > skipped).toList();
    long fitting = left.stream().filter(row -> row.values().size() == width).count();
    return left.isEmpty() ? 0 : (double) fitting / left.size();
  }

  /// Even rows, with values that are whole under this delimiter and hold no other one.
  private static double score(List<Row> rows, int width, String delimiter) {
    long values = 0;
    long plain = 0;
    long divided = 0;
    for (var row : rows) {
      for (var value : row.values()) {
        values++;
        plain += PLAIN.matcher(value).matches() ? 1 : 0;
        divided +=
            DELIMITERS.stream()
                    .limit(4)
                    .anyMatch(other -> !other.equals(",") && value.contains(other))
                ? 1
                : 0;
      }
    }
    double share = share(rows, width);
    double likely = delimiter.equals(":") ? 0.3 : 1;
    return share
        * share
        * likely
        * (1 + (double) plain / values)
        * (1 - 0.6 * divided / values)
        * (1 + Math.min(width, 20) / 100.0);
  }

  /// Lines in front that are no rows: a title, remarks.
  private static int skip(List<Row> rows, int width) {
    for (var row : rows) {
      boolean remark = !row.values().isEmpty() && row.values().getFirst().startsWith("#");
      boolean shorter = width > 2 ? row.values().size() < width - 1 : row.values().size() < width;
      if (!(remark && row.values().size() != width) && !shorter) {
        return row.line() - 1 > MOST_SKIPPED ? 0 : (int) row.line() - 1;
      }
    }
    return 0;
  }
}
