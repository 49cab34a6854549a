package org.colloquy.server.csv;

import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.model.TableForm;
import org.colloquy.server.core.table.SheetRows;

/// A sheet of a spreadsheet as a table.
final class SpreadsheetSheet implements SheetRows {
  private static final int LOOKED_AT = 200;

  private final SheetPipe pipe;
  private final TableForm form;
  private final int width;

  SpreadsheetSheet(SheetPipe pipe, TableForm form) {
    this.pipe = pipe;
    this.form = form;
    this.width = width(pipe);
  }

  /// Of its first rows, that of the widest; 0 for a sheet without rows.
  private static int width(SheetPipe pipe) {
    var widest = new AtomicInteger();
    var seen = new AtomicInteger();
    pipe.read(text ->
        CsvRows.of(text, ",", "\"", 0)
            .read((_, values) -> {
              widest.accumulateAndGet(filled(values), Math::max);
              return seen.incrementAndGet() < LOOKED_AT;
            }));
    return widest.get();
  }

  private static int filled(String[] values) {
    int filled = values.length;
    while (filled > 0 && values[filled - 1].isBlank()) {
      filled--;
    }
    return filled;
  }

  @Override
  public String sheet() {
    return pipe.sheet();
  }

  @Override
  public TableForm form() {
    return form;
  }

  @Override
  public int width() {
    return width;
  }

  /// How long a sheet is, nobody knows before its end.
  @Override
  public void read(Taker taker) {
    pipe.read(text ->
        CsvRows.of(text, ",", "\"", form.skip())
            .read((line, values) -> {
              taker.row(line, 1 - 1 / (1 + line / 20_000.0), values);
              return true;
            }));
  }
}
