package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/// Puts the cells of a sheet together as rows; what a sheet leaves out is empty.
final class Rows implements SheetContentsHandler {
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;

  private final Taker taker;
  private final List<String> cells = new ArrayList<>();
  private int next;

  Rows(Taker taker) {
    this.taker = taker;
  }

  /// Takes rows.
  interface Taker {
    /// Takes the next one.
    ///
    /// @return whether it wants more
    boolean row(List<String> cells) throws IOException;
  }

  /// Whoever takes the rows has had enough.
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super(null, null, false, false);
    }
  }

  /// What took the rows failed.
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void startRow(int row) {
    for (; next < row && next < MOST_ROWS; next++) {
      take(List.of());
    }
    cells.clear();
  }

  @Override
  public void endRow(int row) {
    take(List.copyOf(cells));
    next = row + 1;
  }

  private void take(List<String> row) {
    try {
      if (!taker.row(row)) {
        throw new Enough();
      }
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public void cell(
      @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    while (cells.size() < Math.min(column, MOST_COLUMNS)) {
      cells.add("");
    }
    if (cells.size() < MOST_COLUMNS) {
      cells.add(value == null ? "" : value);
    }
  }
}
