package org.colloquy.server.extract.worker;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.server.extract.wire.AnswerWriter;

/// Tells the sheets of a workbook, and copies one.
final class SheetJob {
  private SheetJob() {}

  static void names(Path file, AnswerWriter answer) throws IOException {
    try (var workbook = open(file)) {
      for (var name : workbook.names()) {
        answer.name(name);
      }
    }
  }

  static void copy(Path file, String wanted, AnswerWriter answer) throws IOException {
    try (var workbook = open(file);
        var out =
            new BufferedWriter(
                new OutputStreamWriter(new Pieces(answer), StandardCharsets.UTF_8), 32 * 1024)) {
      boolean[] found = new boolean[1];
      workbook.visit((name, sheet) -> {
        if (name.equals(wanted) && !found[0]) {
          found[0] = true;
          workbook.rows(
              sheet,
              cells -> {
                write(cells, out);
                return true;
              });
        }
      });
      if (!found[0]) {
        throw new Missing("sheet");
      }
    }
  }

  private static Workbook open(Path file) throws IOException {
    if (FileKind.of(file, "").family() != FileKind.Family.WORKBOOK) {
      throw new Unreadable("Only spreadsheets (.xlsx) have sheets.");
    }
    return Workbook.open(file);
  }

  private static void write(List<String> cells, Writer out) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(cells.get(i)));
    }
    out.write('\n');
  }

  private static String quoted(String cell) {
    boolean isPlain =
        cell.chars()
            .noneMatch(
                letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// Hands bytes on as pieces of the answer.
  private static final class Pieces extends OutputStream {
    private final AnswerWriter answer;

    Pieces(AnswerWriter answer) {
      this.answer = answer;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      answer.bytes(bytes, offset, length);
    }
  }
}
