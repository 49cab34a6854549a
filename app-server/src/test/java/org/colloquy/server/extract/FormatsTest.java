package org.colloquy.server.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.colloquy.server.extract.PdfFiles.TIMES;
import static org.colloquy.server.extract.PdfFiles.line;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.extract.ZipFiles.Part;
import org.colloquy.server.extract.wire.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files of all kinds, read by real workers.
class FormatsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Reading reading;

  @BeforeEach
  void start() {
    reading = new Reading(folder.resolve("reading"), WorkerLimits.USUAL);
  }

  @AfterEach
  void end() {
    reading.close();
    assertThat(reading.left()).isEmpty();
  }

  /// Writes a document down.
  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String only(DocumentText text) {
    assertThat(text.pages()).hasSize(1);
    return text.pages().getFirst().text();
  }

  @Test
  void readsDocumentsOfWord() {
    var word =
        written(out -> {
          try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle("A Word");
            document.getProperties().getCoreProperties().setCreator("Ada");
            document.createParagraph().createRun().setText("The first paragraph.");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("sample");
            table.getRow(0).getCell(1).setText("mass");
            table.getRow(1).getCell(0).setText("one");
            table.getRow(1).getCell(1).setText("0.5");
            document.createParagraph().createRun().setText("The last.");
            document.write(out);
          }
        });
    var text = reading.text(word, "wrong-name.bin");
    assertThat(text.mediaType())
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(only(text)).isEqualTo("The first paragraph.\n\nsample\tmass\none\t0.5\n\nThe last.");
    assertThat(text.facts()).containsEntry("title", "A Word").containsEntry("author", "Ada");
  }

  @Test
  void readsSlidesAsPages() {
    var slides =
        written(out -> {
          try (var show = new XMLSlideShow()) {
            for (var words : List.of("First slide", "Second slide")) {
              var box = show.createSlide().createTextBox();
              box.setAnchor(new java.awt.Rectangle(10, 10, 300, 50));
              box.setText(words);
            }
            show.write(out);
          }
        });
    var text = reading.text(slides, "talk.pptx");
    assertThat(text.pages())
        .extracting(DocumentText.Page::text)
        .containsExactly("First slide", "Second slide");
    assertThat(text.pages().getFirst().width()).isEqualTo(720);
  }

  private static byte[] workbook() {
    return written(out -> {
      try (var book = new XSSFWorkbook()) {
        CellStyle date = book.createCellStyle();
        date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
        CellStyle money = book.createCellStyle();
        money.setDataFormat(book.createDataFormat().getFormat("#,##0.00 \"EUR\""));
        var sheet = book.createSheet("Measured");
        var head = sheet.createRow(0);
        head.createCell(0).setCellValue("name");
        head.createCell(1).setCellValue("when");
        head.createCell(3).setCellValue("cost, all \"in\"");
        var row = sheet.createRow(2);
        row.createCell(0).setCellValue("M\u00FCller");
        row.createCell(1).setCellValue(LocalDate.of(2026, 2, 28));
        row.getCell(1).setCellStyle(date);
        row.createCell(2).setCellValue(LocalDateTime.of(2026, 2, 28, 13, 5, 7));
        row.getCell(2).setCellStyle(date);
        row.createCell(3).setCellValue(1234567.1);
        row.getCell(3).setCellStyle(money);
        row.createCell(4).setCellValue(0.1 + 0.2);
        row.createCell(5).setCellValue(true);
        book.createSheet("Second").createRow(0).createCell(0).setCellValue(7);
        book.write(out);
      }
    });
  }

  @Test
  void readsSheetsAsPages() {
    var text = reading.text(workbook(), "table.xlsx");
    assertThat(text.pages())
        .extracting(DocumentText.Page::label)
        .containsExactly("Measured", "Second");
    assertThat(text.pages().getFirst().text())
        .isEqualTo(
            "name\twhen\t\tcost, all \"in\"\n\n"
                + "M\u00FCller\t2026-02-28\t2026-02-28T13:05:07\t1234567.1\t0.3\tTRUE");
    assertThat(text.pages().getLast().text()).isEqualTo("7");
  }

  @Test
  void copiesASheetAsCsv() {
    var sheets = new WorkerSheets(reading.workers);
    assertThat(sheets.names(new ByteArrayInputStream(workbook())))
        .containsExactly("Measured", "Second");
    var csv = new StringWriter();
    sheets.csv(new ByteArrayInputStream(workbook()), "Measured", csv);
    assertThat(csv)
        .hasToString(
            """
            name,when,,"cost, all ""in\"""

            M\u00FCller,2026-02-28,2026-02-28T13:05:07,1234567.1,0.3,TRUE
            """);
    assertThatThrownBy(
            () -> sheets.csv(new ByteArrayInputStream(workbook()), "Third", new StringWriter()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new Problem.NotFound("sheet")));
  }

  @Test
  void readsOpenDocuments() {
    var words =
        ZipFiles.openText(
            Part.of(
                ZipFiles.openBody(
                    "<office:text><text:h>Heading</text:h><text:p>One<text:s"
                        + " text:c=\"2\"/>two<text:tab/>three</text:p></office:text>")));
    assertThat(only(reading.text(words, "a.odt"))).isEqualTo("Heading\n\nOne  two\tthree");
    var sheets =
        ZipFiles.open(
            "spreadsheet",
            Part.of(
                ZipFiles.openBody(
                    """
                    <office:spreadsheet><table:table table:name="First"><table:table-row>
                    <table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell/>
                    <table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
                    <table:table table:name="Second"><table:table-row><table:table-cell><text:p>c</text:p>
                    </table:table-cell></table:table-row></table:table></office:spreadsheet>\
                    """)));
    var text = reading.text(sheets, "a.ods");
    assertThat(text.pages())
        .extracting(DocumentText.Page::label)
        .containsExactly("First", "Second");
    assertThat(text.pages()).extracting(DocumentText.Page::text).containsExactly("a\t\tb", "c");
  }

  @Test
  void readsPagesOfTheWeb() {
    var page =
        """
        <!doctype html><html><head><title>A page</title><meta name="citation_doi" content="doi:10.1234/ab.c">
        <style>p {}</style></head><body><h1>Heading</h1><p>Some <b>bold</b> words.<p>More<br>lines
        <script>alert(1)</script><table><tr><td>a<td>b</table></body></html>\
        """;
    var text = reading.text(page, "page.html");
    assertThat(only(text)).isEqualTo("Heading\n\nSome bold words.\n\nMore\nlines\n\na\tb");
    assertThat(text.facts()).containsEntry("title", "A page").containsEntry("doi", "10.1234/ab.c");
  }

  @Test
  void readsTextInItsCharset() {
    var words =
        "Gr\u00F6\u00DFe und \u00C4rger, fa\u00E7ade, \u201Equoted\u201C\nf\u00FCr \u00DCbung";
    for (var charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "windows-1252")) {
      var text = reading.text(words.getBytes(Charset.forName(charset)), "notes.txt");
      assertThat(only(text)).as(charset).isEqualTo(words);
      assertThat(text.mediaType()).isEqualTo("text/plain");
    }
  }

  @Test
  void readsSourceAndReferencesAsTheyAre() {
    assertThat(only(reading.text("int main() {\r\n\treturn 0;\r\n}", "a.c")))
        .isEqualTo("int main() {\n\treturn 0;\n}");
    assertThat(only(reading.text("@article{key, title={T}}", "a.bib")))
        .isEqualTo("@article{key, title={T}}");
    assertThat(only(reading.text("# Title\n\n- one", "a.md"))).isEqualTo("# Title\n\n- one");
  }

  @Test
  void saysWhatHasNoText() {
    assertThat(reading.refusal(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0}, "a"))
        .startsWith("There is no text in a file of this kind");
    assertThat(reading.refusal("{\\rtf1 words}".getBytes(UTF_8), "a.rtf"))
        .isEqualTo("Rich text (.rtf) is not read. Save it as .docx or .odt and upload that.");
  }

  @Test
  void takesLigaturesApart() throws IOException {
    var font = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(font));
    var pdf =
        PdfFiles.of(document -> {
          var dejavu = PDType0Font.load(document, font.toFile());
          PdfFiles.page(
              document,
              page -> line(page, dejavu, 11, 60, 700, "e\uFB03cient \uFB02ow, \uFB01nal"));
        });
    assertThat(only(reading.text(pdf, "ligatures.pdf"))).isEqualTo("efficient flow, final");
  }

  private static byte[] scan() {
    return PdfFiles.of(document -> {
      PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "A page with words"));
      var picture = new BufferedImage(200, 300, BufferedImage.TYPE_BYTE_GRAY);
      var drawn = LosslessFactory.createFromImage(document, picture);
      for (int i = 0; i < 2; i++) {
        PdfFiles.page(document, page -> page.drawImage(drawn, 0, 0, 500, 800));
      }
    });
  }

  @Test
  void saysWhichPagesAreOnlyPictures() {
    var text = reading.text(scan(), "scan.pdf");
    assertThat(text.pages())
        .extracting(DocumentText.Page::text)
        .containsExactly("A page with words", "", "");
    assertThat(text.hint())
        .isEqualTo(
            "Pages 2, 3 are only pictures, and nothing here can read them; installing Tesseract"
                + " helps.");
    var picture =
        written(out ->
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out));
    var seen = reading.text(picture, "a.png");
    assertThat(seen.facts()).containsEntry("width", "40").containsEntry("height", "30");
    assertThat(seen.hint()).contains("installing Tesseract helps");
  }

  /// A program that says what it was asked, as Tesseract would say what it sees.
  private Path scriptedTesseract() throws IOException {
    var program = folder.resolve("tesseract");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = --list-langs ]; then
          printf 'List of available languages (3):\\ndeu\\neng\\nosd\\n'
        else
          [ -s "$1" ] && printf 'seen with %s %s\\f' "$3" "$4" >"$2.txt"
        fi
        """);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsPagesThatAreOnlyPicturesWithTesseract() throws IOException {
    var eyes = Tesseract.asked(scriptedTesseract(), PATIENCE);
    assertThat(eyes.languages()).containsExactly("eng", "deu");
    var text =
        new WorkerExtractor(reading.workers, () -> eyes)
            .extract(new ByteArrayInputStream(scan()), "scan.pdf");
    assertThat(text.pages())
        .extracting(DocumentText.Page::text)
        .containsExactly("A page with words", "seen with -l eng+deu", "seen with -l eng+deu");
    assertThat(text.hint()).isEmpty();
  }

  @Test
  void waitsForNoEyesThatAreNotThere() {
    assertThat(Tesseract.asked(folder.resolve("nothing"), PATIENCE)).isEqualTo(Job.Eyes.NONE);
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void waitsForNoEyesThatNeverSayWhatTheySee() throws IOException {
    var program = folder.resolve("tesseract");
    Files.writeString(program, "#!/bin/sh\nexec sleep 600\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

    assertThat(Tesseract.asked(program, Duration.ofMillis(200))).isEqualTo(Job.Eyes.NONE);
  }

  @Test
  void drawsPages() throws IOException {
    var images = new WorkerPageImages(reading.workers);
    var pdf =
        PdfFiles.of(document ->
            PdfFiles.page(
                document,
                (PDPageContentStream page) -> {
                  page.setNonStrokingColor(1f, 0f, 0f);
                  page.addRect(0, 0, 600, 421);
                  page.fill();
                }));
    var png =
        ImageIO.read(new ByteArrayInputStream(images.png(new ByteArrayInputStream(pdf), 1, 200)));
    assertThat(png.getWidth()).isBetween(199, 200);
    assertThat(png.getHeight()).isBetween(281, 284);
    assertThat(png.getRGB(100, 50) & 0xffffff).isEqualTo(0xffffff);
    assertThat(png.getRGB(100, 250) & 0xffffff).isEqualTo(0xff0000);
    assertThatThrownBy(() -> images.png(new ByteArrayInputStream(pdf), 2, 200))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new Problem.NotFound("page")));
  }
}
