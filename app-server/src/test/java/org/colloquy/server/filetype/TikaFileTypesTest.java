package org.colloquy.server.filetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikaFileTypesTest {
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

  private static String type(byte[] content, String name) {
    return new TikaFileTypes().of(() -> new ByteArrayInputStream(content), name);
  }

  private static String type(String content, String name) {
    return type(content.getBytes(StandardCharsets.ISO_8859_1), name);
  }

  private static byte[] zip(String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "notes.md, text/markdown",
    "NOTES.TXT, text/plain",
    "nameless, text/plain",
    "data.csv, text/csv",
    "data.tsv, text/tab-separated-values",
    "refs.bib, application/x-bibtex",
    "refs.ris, application/x-research-info-systems",
    "Main.java, text/x-java-source",
    "plot.py, text/x-python",
    "page.html, text/html",
    "thesis.tex, application/x-tex",
    "values.json, application/json",
    "paper.pdf, text/plain",
    "picture.png, text/plain",
    "letter.docx, text/plain",
  })
  void letsTheNameChooseOnlyWhichKindOfTextATextIs(String name, String type) {
    assertThat(type("Some words, and a number: 7\nand more\n", name)).isEqualTo(type);
  }

  @Test
  void knowsSignaturesWhateverTheName() {
    assertThat(type("%PDF-1.4\n%\u00E2\u00E3", "x.txt")).isEqualTo("application/pdf");
    assertThat(type("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "x.pdf")).isEqualTo("image/png");
    assertThat(type("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF", "x")).isEqualTo("image/jpeg");
    assertThat(type("RIFF\4\0\0\0WEBPVP8 ", "x.txt")).isEqualTo("image/webp");
    assertThat(type("<!DOCTYPE html><html><head>", "x.txt")).isEqualTo("text/html");
  }

  @Test
  void believesNoNameOfWhatItDoesNotKnow() {
    assertThat(type("\0\1\2\3\4\5", "paper.pdf")).isEqualTo("application/octet-stream");
    assertThat(type("\0\1\2\3\4\5", "page.html")).isEqualTo("application/octet-stream");
  }

  @Test
  void takesAnEmptyFileForAnEmptyText() {
    assertThat(type("", "x")).isEqualTo("text/plain");
    assertThat(type("", "refs.bib")).isEqualTo("application/x-bibtex");
  }

  @Test
  void looksIntoArchives() throws IOException {
    assertThat(type(zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "x.bin"))
        .isEqualTo(OOXML + "wordprocessingml.document");
    assertThat(type(zip("_rels/.rels", "ppt/presentation.xml", "[Content_Types].xml"), "x"))
        .isEqualTo(OOXML + "presentationml.presentation");
    assertThat(type(zip("[Content_Types].xml", "xl/workbook.xml"), "x.docx"))
        .isEqualTo(OOXML + "spreadsheetml.sheet");
    assertThat(type(zip("a.txt", "b.txt"), "x.docx")).isEqualTo("application/zip");
  }

  @Test
  void readsWhatOpenDocumentsSayOfThemselves() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    }
    assertThat(type(bytes.toByteArray(), "x.zip"))
        .isEqualTo("application/vnd.oasis.opendocument.text");
  }

  @Test
  void survivesArchivesThatAreBroken() throws IOException {
    var whole = zip("a.txt", "word/document.xml");
    for (int cut = 4; cut < whole.length; cut += 7) {
      assertThat(type(java.util.Arrays.copyOf(whole, cut), "x.docx")).isNotBlank();
    }
  }

  /// A bomb that would be gigabytes is not inflated to its end.
  @Test
  void doesNotInflateABomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      var zeros = new byte[1024 * 1024];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.closeEntry();
    }
    assertThat(type(bytes.toByteArray(), "x.docx")).isEqualTo("application/zip");
  }
}
