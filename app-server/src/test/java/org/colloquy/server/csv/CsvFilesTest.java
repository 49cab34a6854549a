package org.colloquy.server.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.core.table.SheetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFilesTest {
  private final CsvFiles files = new CsvFiles();

  private SheetRows sheet(String text) {
    return files.sheets("a.csv", TextContent.of(text)).getFirst();
  }

  private static List<List<String>> rows(SheetRows sheet) {
    var rows = new ArrayList<List<String>>();
    sheet.read((_, _, values) -> rows.add(List.of(values)));
    return rows;
  }

  /// A text, its delimiter, quote and skipped lines, and its second row.
  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of("a,b\n1,2\n3,4\n", ",", "\"", 0, List.of("1", "2")),
        Arguments.of("a;b\n1,5;2,5\n3,5;4,5\n", ";", "\"", 0, List.of("1,5", "2,5")),
        Arguments.of("1,5;2,5;3,5\n3,5;4,5;5,5\n", ";", "\"", 0, List.of("3,5", "4,5", "5,5")),
        Arguments.of("a\tb\nx, y\t2\nz, w, v\t4\n", "\t", "\"", 0, List.of("x, y", "2")),
        Arguments.of("a|b|c\n1|2|3\n", "|", "\"", 0, List.of("1", "2", "3")),
        Arguments.of("a,b\r\n\"x, y\",2\r\n\"p\",4\r\n", ",", "\"", 0, List.of("x, y", "2")),
        Arguments.of("a,b\n\"say \"\"hi\"\"\",2\n", ",", "\"", 0, List.of("say \"hi\"", "2")),
        Arguments.of("a,b\n\"two\nlines\",2\nq,3\n", ",", "\"", 0, List.of("two\nlines", "2")),
        Arguments.of("a,b\n'x, y',2\n'z, w',3\n", ",", "'", 0, List.of("x, y", "2")),
        Arguments.of("sep=;\na;b\n1;2\n", ";", "\"", 1, List.of("1", "2")),
        Arguments.of(
            "Export of the lab\nmade 2026\na,b,c\n1,2,3\n4,5,6\n",
            ",",
            "\"",
            2,
            List.of("1", "2", "3")),
        Arguments.of("# a remark\n# another\na,b\n1,2\n3,4\n", ",", "\"", 2, List.of("1", "2")),
        Arguments.of("only\n1\n2\n", ",", "\"", 0, List.of("1")),
        Arguments.of("a,b,c\n1,2,\n3,,\n", ",", "\"", 0, List.of("1", "2", "")),
        Arguments.of("a, b\n\"x\", \"y, z\"\n", ",", "\"", 0, List.of("x", "y, z")),
        Arguments.of(
            "when;what\n2026-01-01 10:00;a, b\n2026-01-01 11:00;c, d\n",
            ";",
            "\"",
            0,
            List.of("2026-01-01 10:00", "a, b")),
        Arguments.of("size,note\n5\",six\n7\",eight\n", ",", "\"", 0, List.of("5\"", "six")));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void recognizesHowRowsAreWritten(
      String text, String delimiter, String quote, int skip, List<String> second) {
    var sheet = sheet(text);

    assertThat(rows(sheet).get(1)).isEqualTo(second);
    assertThat(sheet.form().delimiter()).isEqualTo(delimiter);
    assertThat(sheet.form().skip()).isEqualTo(skip);
    if (text.contains(quote)) {
      assertThat(sheet.form().quote()).isEqualTo(quote);
    }
    assertThat(sheet.width()).isEqualTo(second.size());
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of(StandardCharsets.UTF_8, false),
        Arguments.of(StandardCharsets.UTF_8, true),
        Arguments.of(StandardCharsets.UTF_16LE, true),
        Arguments.of(StandardCharsets.UTF_16BE, true),
        Arguments.of(StandardCharsets.UTF_16LE, false),
        Arguments.of(StandardCharsets.UTF_16BE, false),
        Arguments.of(Charset.forName("UTF-32LE"), true),
        Arguments.of(Charset.forName("windows-1252"), false));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsTextsInTheirEncoding(Charset charset, boolean marked) {
    var text = "ort,menge\nTromsø,5\nKöln,6\nÅs,7\nZürich,8\n".repeat(20);
    var content = TextContent.of((marked ? "\uFEFF" : "") + text, charset);

    var rows = rows(files.sheets("a.csv", content).getFirst());

    assertThat(rows.getFirst()).containsExactly("ort", "menge");
    assertThat(rows.get(1)).containsExactly("Tromsø", "5");
    assertThat(rows.get(2)).containsExactly("Köln", "6");
  }

  @Test
  void findsAnEncodingThatBeginsLate() {
    var text = "a,b\n" + "x,1\n".repeat(600_000) + "Køln,2\n";
    var latin = TextContent.of(text, Charset.forName("windows-1252"));

    assertThat(rows(files.sheets("a.csv", latin).getFirst()).getLast())
        .containsExactly("Køln", "2");
  }

  @Test
  void takesOtherTextsForTablesOnlyWhenTheyLookLikeSome() {
    var prose = "Dear Kari,\n\nthank you, and good luck.\nI wrote, as you know.\n\nYours,\nOle\n";
    var table = "t\tx\n1\t2\n2\t3\n3\t4\n";

    assertThat(files.mayHold("notes.md", "")).isFalse();
    assertThat(files.mayHold("notes.txt", "")).isTrue();
    assertThat(files.mayHold("table", "text/csv")).isTrue();
    assertThat(files.sheets("notes.txt", TextContent.of(prose))).isEmpty();
    assertThat(files.sheets("run.txt", TextContent.of(table))).hasSize(1);
    assertThat(files.sheets("empty.csv", TextContent.of(" \n"))).isEmpty();
  }

  @Test
  void tellsWhereARowBegins() {
    var lines = new ArrayList<Long>();
    sheet("a,b\n\"x\ny\",1\nz,2\n").read((line, _, _) -> lines.add(line));

    assertThat(lines).containsExactly(1L, 2L, 4L);
  }
}
