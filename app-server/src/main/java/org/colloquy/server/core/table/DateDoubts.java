package org.colloquy.server.core.table;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.colloquy.model.DateOrder;
import org.colloquy.model.TableColumn;

/// Whether the order in which dates were read is the only one, in one pass over all of them. One
/// date that leaves no choice settles it for the whole file.
final class DateDoubts {
  private static final int LONG_YEAR = 4;

  private final DateOrder other;
  private final BitSet doubtful = new BitSet();
  private boolean settled;

  DateDoubts(DateOrder order) {
    other = order == DateOrder.DAY_MONTH_YEAR ? DateOrder.MONTH_DAY_YEAR : DateOrder.DAY_MONTH_YEAR;
  }

  /// Looks at one date.
  void see(int column, String text, DateText.Read read) {
    if (settled) {
      return;
    }
    if (!read.clear()) {
      var otherwise = DateText.read(text, other);
      if (otherwise != null && !otherwise.date().equals(read.date())) {
        doubtful.set(column);
      }
    } else if (!beginsWithYear(text)) {
      settled = DateText.read(text, other) == null;
    }
  }

  private static boolean beginsWithYear(String text) {
    return text.length() >= LONG_YEAR && text.chars().limit(LONG_YEAR).allMatch(Character::isDigit);
  }

  /// The columns of which that cannot be told.
  List<String> columns(List<TableColumn> all) {
    return settled
        ? List.of()
        : IntStream.range(0, all.size())
            .filter(doubtful::get)
            .mapToObj(column -> all.get(column).name())
            .toList();
  }
}
