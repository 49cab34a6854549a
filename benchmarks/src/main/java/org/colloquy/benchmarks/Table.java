package org.colloquy.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Figures in columns, printed line by line.
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
    rows.add(List.of(titles));
  }

  void row(Object... cells) {
    rows.add(List.of(cells).stream().map(Table::text).toList());
  }

  /// The whole table; the first column starts at the left, the others end at the right.
  String lines() {
    StringBuilder lines = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String layout = (column == 0 ? "%-" : "  %") + width(column) + "s";
        lines.append(String.format(Locale.ROOT, layout, row.get(column)));
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private int width(int column) {
    return rows.stream()
        .flatMapToInt(row ->
            IntStream.range(0, row.size())
                .filter(at -> at == column)
                .map(at -> row.get(at).length()))
        .max()
        .orElse(1);
  }

  /// Figures with about three digits that matter.
  private static String text(Object cell) {
    if (!(cell instanceof Double figure)) {
      return cell.toString();
    }
    if (figure.isNaN()) {
      return "-";
    }
    double size = Math.abs(figure);
    String layout = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, layout, figure);
  }
}
