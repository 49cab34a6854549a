package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;

/// The text of a workbook; each sheet is a page, and cells are apart by tabs.
final class WorkbookText {
  private WorkbookText() {}

  static void read(Path file, TextTaker taker) throws IOException {
    try (var workbook = Workbook.open(file)) {
      Office.facts(workbook.document(), taker);
      workbook.visit((name, sheet) -> {
        if (taker.wantsMore()) {
          var text = new StringBuilder();
          workbook.rows(
              sheet,
              cells -> {
                text.append(String.join("\t", cells).replace('\n', ' ').stripTrailing())
                    .append('\n');
                return text.length() <= taker.room();
              });
          taker.page(name, text.toString().stripTrailing());
        }
      });
    }
  }
}
