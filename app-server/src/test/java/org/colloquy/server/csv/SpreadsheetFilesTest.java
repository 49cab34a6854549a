package org.colloquy.server.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.core.document.Sheets;
import org.colloquy.server.core.table.SheetRows;
import org.junit.jupiter.api.Test;

class SpreadsheetFilesTest {
  private static final TextContent BOOK = TextContent.of("book");

  /// Sheets that are written down here; one that is called `broken` breaks in the middle.
  private record WrittenSheets(Map<String, String> texts) implements Sheets {
    @Override
    public List<String> names(InputStream content) {
      return List.copyOf(new TreeMap<>(texts).keySet());
    }

    @Override
    public void csv(InputStream content, String sheet, Writer out) {
      try {
        out.write(texts.getOrDefault(sheet, ""));
        if (sheet.equals("broken")) {
          throw new ProblemException(new Problem.Unavailable("The file is damaged."));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static SpreadsheetFiles files(Map<String, String> texts) {
    return new SpreadsheetFiles(new WrittenSheets(texts), new CsvFiles());
  }

  private static List<List<String>> rows(SheetRows sheet) {
    var rows = new ArrayList<List<String>>();
    sheet.read((_, _, values) -> rows.add(List.of(values)));
    return rows;
  }

  @Test
  void readsEachSheetThatHasRowsAsATable() {
    var files = files(Map.of("2025", "a,b,\n1,2,\n", "2026", "a,\"b, c\"\n3,4\n", "empty", "\n"));

    var sheets = files.sheets("wells.xlsx", BOOK);

    assertThat(sheets).extracting(SheetRows::sheet).containsExactly("2025", "2026");
    assertThat(sheets.getFirst().width()).isEqualTo(2);
    assertThat(rows(sheets.getLast())).containsExactly(List.of("a", "b, c"), List.of("3", "4"));
    var again = files.sheet("wells.xlsx", BOOK, "2026", sheets.getLast().form());
    assertThat(rows(again)).hasSize(2);
  }

  @Test
  void readsLongSheetsWithoutHoldingThem() {
    var files = files(Map.of("long", "n,x\n" + "1,2\n".repeat(300_000)));

    assertThat(rows(files.sheets("long.XLSX", BOOK).getFirst())).hasSize(300_001);
  }

  @Test
  void looksAtNoMoreThanAHundredSheets() {
    var texts = new HashMap<String, String>();
    for (int i = 0; i < 150; i++) {
      texts.put("sheet " + (1_000 + i), i < 120 ? "a,b\n" : "");
    }
    var asked = new ArrayList<String>();
    var files =
        new SpreadsheetFiles(new CountedSheets(new WrittenSheets(texts), asked), new CsvFiles());

    assertThat(files.sheets("many.xlsx", BOOK)).hasSize(100);
    assertThat(asked).hasSize(100);
  }

  /// Sheets that tell which of them were read.
  private record CountedSheets(Sheets sheets, List<String> asked) implements Sheets {
    @Override
    public List<String> names(InputStream content) {
      return sheets.names(content);
    }

    @Override
    public void csv(InputStream content, String sheet, Writer out) {
      asked.add(sheet);
      sheets.csv(content, sheet, out);
    }
  }

  @Test
  void saysWhenASheetBreaksOff() {
    var files = files(Map.of("broken", "a,b\n1,2\n"));

    assertThat(Problems.of(() -> files.sheets("book.ods", BOOK)))
        .isEqualTo(new Problem.Unavailable("The file is damaged."));
  }

  @Test
  void leavesOtherFilesToOthers() {
    var files = files(Map.of());

    assertThat(files.mayHold("a.xlsx", "")).isTrue();
    assertThat(files.mayHold("a.csv", "")).isTrue();
    assertThat(files.mayHold("a.pdf", "")).isFalse();
    assertThat(files.sheets("a.csv", TextContent.of("a,b\n1,2\n"))).hasSize(1);
  }
}
