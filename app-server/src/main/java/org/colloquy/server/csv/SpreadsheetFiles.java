package org.colloquy.server.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colloquy.model.TableForm;
import org.colloquy.server.core.document.Sheets;
import org.colloquy.server.core.table.SheetRows;
import org.colloquy.server.core.table.TableFiles;

/// Reads each sheet of a spreadsheet as a table; other files are left to somebody else.
public final class SpreadsheetFiles implements TableFiles {
  private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xls", "ods");

  /// No more are looked at: each look starts a process.
  private static final int MOST_SHEETS = 100;

  private final Sheets sheets;
  private final TableFiles others;

  public SpreadsheetFiles(Sheets sheets, TableFiles others) {
    this.sheets = sheets;
    this.others = others;
  }

  private static boolean isSpreadsheet(String name) {
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean mayHold(String name, String mediaType) {
    return isSpreadsheet(name) || others.mayHold(name, mediaType);
  }

  @Override
  public List<SheetRows> sheets(String name, Content content) {
    if (!isSpreadsheet(name)) {
      return others.sheets(name, content);
    }
    return SheetPipe.names(sheets, content).stream()
        .limit(MOST_SHEETS)
        .map(
            sheet -> new SpreadsheetSheet(new SheetPipe(sheets, content, sheet), TableForm.UNKNOWN))
        .filter(sheet -> sheet.width() > 0)
        .map(sheet -> (SheetRows) sheet)
        .toList();
  }

  @Override
  public SheetRows sheet(String name, Content content, String sheet, TableForm form) {
    return sheet.isEmpty()
        ? others.sheet(name, content, sheet, form)
        : new SpreadsheetSheet(new SheetPipe(sheets, content, sheet), form);
  }
}
