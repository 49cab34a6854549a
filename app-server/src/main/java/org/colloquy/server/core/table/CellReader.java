package org.colloquy.server.core.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.model.ColumnType;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.jspecify.annotations.Nullable;

/// Makes values of the texts of a table: `Long`, `BigDecimal`, `Double`, `Boolean`, `LocalDate`,
/// `LocalTime`, `LocalDateTime` and `String`. Counts what does not fit.
final class CellReader {
  /// The longest text of one value, in characters; a longer one is cut.
  static final int LONGEST_TEXT = 1_000_000;

  private static final int MOST_LINES = 5;

  private final List<TableColumn> columns;
  private final TableForm form;
  private final char decimal;
  private final Set<String> missing;
  private final Set<String> missingTexts;
  private final List<Long> lines = new ArrayList<>();
  private final DateDoubts doubts;
  private long tooFew;
  private long tooMany;
  private long unfit;

  CellReader(TableForm form, List<TableColumn> columns) {
    this.form = form;
    this.columns = columns;
    decimal = form.decimal().equals(",") ? ',' : '.';
    doubts = new DateDoubts(form.dates());
    missing = new HashSet<>(form.missing());
    missingTexts = MissingValues.inTexts(form.missing());
  }

  TableFaults faults() {
    return new TableFaults(tooFew, tooMany, unfit, lines, doubts.columns(columns));
  }

  /// The values of a row; null when it has too many and is left out.
  @Nullable Object @Nullable [] read(long line, String[] texts) {
    int width = columns.size();
    if (texts.length > width && !isEmptyFrom(width, texts)) {
      tooMany++;
      note(line);
      return null;
    }
    if (texts.length < width) {
      tooFew++;
      note(line);
    }
    @Nullable Object[] values = new Object[width];
    for (int i = 0; i < Math.min(width, texts.length); i++) {
      values[i] = value(line, i, texts[i]);
    }
    return values;
  }

  private static boolean isEmptyFrom(int start, String[] texts) {
    for (int i = start; i < texts.length; i++) {
      if (!texts[i].isBlank()) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object value(long line, int column, String text) {
    var type = columns.get(column).type();
    if (type == ColumnType.TEXT) {
      return text.isEmpty() || missingTexts.contains(text.strip()) ? null : cut(text);
    }
    var stripped = text.strip();
    if (stripped.isEmpty() || missing.contains(stripped)) {
      return null;
    }
    var value =
        type == ColumnType.DATE || type == ColumnType.TIMESTAMP
            ? dated(type, column, stripped)
            : typed(type, stripped);
    if (value == null) {
      unfit++;
      note(line);
    }
    return value;
  }

  private @Nullable Object typed(ColumnType type, String text) {
    return switch (type) {
      case INTEGER -> integer(text);
      case DECIMAL -> decimal(text);
      case DOUBLE -> floating(text);
      case BOOLEAN -> TruthText.read(text);
      case TIME -> DateText.time(text);
      case DATE, TIMESTAMP, TEXT -> text;
    };
  }

  private @Nullable Object dated(ColumnType type, int column, String text) {
    var read = DateText.read(text, form.dates());
    if (read == null || (type == ColumnType.DATE && read.time() != null)) {
      return null;
    }
    doubts.see(column, text, read);
    if (type == ColumnType.DATE) {
      return read.date();
    }
    return read.time() == null ? read.date().atStartOfDay() : read.time();
  }

  private @Nullable Object integer(String text) {
    var read = NumberText.read(text, decimal);
    if (read == null || read.exponent() || read.decimals() > 0) {
      return null;
    }
    try {
      return Long.valueOf(read.plain());
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private @Nullable Object decimal(String text) {
    var read = NumberText.read(text, decimal);
    return read == null || read.exponent() ? null : new BigDecimal(read.plain());
  }

  private @Nullable Object floating(String text) {
    var read = NumberText.read(text, decimal);
    return read == null ? null : Double.valueOf(read.plain());
  }

  private void note(long line) {
    if (lines.size() < MOST_LINES && !lines.contains(line)) {
      lines.add(line);
    }
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    boolean inCharacter = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, LONGEST_TEXT - (inCharacter ? 1 : 0));
  }
}
