package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// The text of a document of Word: paragraphs, tables row by row, footnotes at the end.
final class WordText {
  private WordText() {}

  static void read(Path file, TextTaker taker) throws IOException {
    try (var opened = Office.open(file);
        var document = new XWPFDocument(opened)) {
      Office.facts(opened, taker);
      var text = new StringBuilder();
      tell(document.getBodyElements(), text, taker.room());
      document.getFootnotes().forEach(note -> tell(note.getBodyElements(), text, taker.room()));
      document.getEndnotes().forEach(note -> tell(note.getBodyElements(), text, taker.room()));
      taker.all(text.toString().strip());
    }
  }

  private static void tell(List<IBodyElement> elements, StringBuilder text, int room) {
    for (var element : elements) {
      if (text.length() > room) {
        return;
      }
      switch (element) {
        case XWPFParagraph paragraph -> paragraph(paragraph.getText(), text);
        case XWPFTable table -> paragraph(table(table), text);
        case XWPFSDT part -> paragraph(part.getContent().getText(), text);
        default -> {
          // nothing else has text
        }
      }
    }
  }

  private static void paragraph(String words, StringBuilder text) {
    if (!words.isBlank()) {
      text.append(words.strip()).append("\n\n");
    }
  }

  private static String table(XWPFTable table) {
    return table.getRows().stream()
        .map(row ->
            row.getTableCells().stream()
                .map(cell -> cell.getText().strip().replace('\n', ' '))
                .collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }
}
