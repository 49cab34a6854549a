package org.colloquy.server.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.extract.PdfFiles.TIMES;
import static org.colloquy.server.extract.PdfFiles.line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.awaitility.Awaitility;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.extract.ZipFiles.Part;
import org.colloquy.server.extract.wire.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files made to do harm: each is refused with a sentence, or read without it, and nothing is left
/// running or lying about.
class HarmfulFilesTest extends HarmfulFilesCase {
  private static final String BOMB =
      "The file unpacks to far more than it seems to hold, so it was not read.";

  @Test
  void refusesADocumentThatUnpacksToGigabytes() {
    var bomb =
        ZipFiles.word(
            Part.of("<?xml version=\"1.0\"?><w:document xmlns:w=\"x\">")
                .then(Part.of(" ".repeat(100), 3_000_000)));
    assertThat(bomb.length).isLessThan(1_000_000);
    assertThat(reading.refusal(bomb, "bomb.docx")).isEqualTo(BOMB);
    var open = ZipFiles.openText(Part.of(" ".repeat(100), 3_000_000));
    assertThat(reading.refusal(open, "bomb.odt")).isEqualTo(BOMB);
  }

  @Test
  void refusesADocumentThatLiesAboutItsSize() {
    var bomb =
        ZipFiles.openText(Part.of(ZipFiles.openBody("")).then(Part.of(" ".repeat(100), 3_000_000)));
    var buffer = ByteBuffer.wrap(bomb).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(bomb.length - 6);
    for (int at = directory; buffer.getInt(at) == 0x02014b50; ) {
      buffer.putInt(at + 24, Math.min(buffer.getInt(at + 24), 1_000));
      at += 46 + buffer.getShort(at + 28) + buffer.getShort(at + 30) + buffer.getShort(at + 32);
    }
    assertThat(reading.refusal(bomb, "liar.odt")).isNotEmpty();
  }

  @Test
  void refusesADocumentOfTooManyParts() {
    var parts = new LinkedHashMap<String, Part>();
    parts.put("mimetype", Part.of("application/vnd.oasis.opendocument.text"));
    for (int i = 0; i < 10_001; i++) {
      parts.put("part" + i, Part.of(""));
    }
    assertThat(reading.refusal(ZipFiles.of(parts), "many.odt"))
        .isEqualTo("The file is packed in more than 10000 parts.");
  }

  /// Many names for one packed part: small on the disk, large when all are unpacked.
  @Test
  void refusesPartsThatLieOverEachOther() {
    var one = ZipFiles.of(Map.of("content.xml", Part.of("0123456789".repeat(10), 20_000)));
    var overlapping = ZipBomb.overlapping(one, 500);
    assertThat(reading.refusal(overlapping, "overlapping.odt")).isEqualTo(BOMB);
  }

  @Test
  void unpacksNoArchives() {
    var inner = ZipFiles.of(Map.of("a.txt", Part.of("a")));
    var outer = ZipFiles.of(Map.of("inner.zip", zip -> zip.write(inner)));
    assertThat(reading.refusal(outer, "archive.zip"))
        .isEqualTo("This is an archive. Unpack it and upload the files that are in it.");
  }

  /// As many archives in archives as make a petabyte when all are unpacked.
  private static byte[] nested(int depth) {
    var zip = ZipFiles.of(Map.of("0", Part.of("0".repeat(100), 40_000)));
    for (int i = 0; i < depth; i++) {
      var inner = zip;
      var parts = new LinkedHashMap<String, Part>();
      for (int copy = 0; copy < 16; copy++) {
        parts.put(copy + ".zip", out -> out.write(inner));
      }
      zip = ZipFiles.of(parts);
    }
    return zip;
  }

  @Test
  void unpacksNoArchivesInArchivesHoweverDeepTheyGo() {
    var deep = nested(6);
    assertThat(deep.length).isLessThan(1_000_000);
    assertThat(reading.refusal(deep, "deep.zip"))
        .isIn("This is an archive. Unpack it and upload the files that are in it.", BOMB);
    var parts = new LinkedHashMap<String, Part>();
    parts.put("mimetype", Part.of("application/vnd.oasis.opendocument.text"));
    parts.put(
        "content.xml",
        Part.of(ZipFiles.openBody("<office:text><text:p>Harmless</text:p></office:text>")));
    parts.put("Object 1/deep.zip", zip -> zip.write(nested(3)));
    assertThat(reading.text(ZipFiles.of(parts), "deep.odt").pages().getFirst().text())
        .isEqualTo("Harmless");
  }

  /// What the directory of a zip file says of the sizes of its parts, packed and unpacked.
  @ParameterizedTest
  @ValueSource(ints = {0xFFFFFFFE, 0xFFFFFFFF, 0x7FFFFFFF})
  void refusesADocumentWhosePartsSayThatTheyHaveGigabytes(int size) {
    for (int field : new int[] {20, 24}) {
      var liar = ZipFiles.openText(Part.of(ZipFiles.openBody("<office:text>words</office:text>")));
      var buffer = ByteBuffer.wrap(liar).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      int directory = buffer.getInt(liar.length - 6);
      for (int at = directory; buffer.getInt(at) == 0x02014b50; ) {
        buffer.putInt(at + field, size);
        at += 46 + buffer.getShort(at + 28) + buffer.getShort(at + 30) + buffer.getShort(at + 32);
      }
      assertThat(reading.refusal(liar, "liar.odt"))
          .isIn(
              BOMB,
              "The file is damaged: it is packed as a zip file and cannot be unpacked.",
              "The document is damaged and cannot be read.");
    }
  }

  @Test
  void opensNothingThatXmlNames() throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "the secret of the host");
    for (var address : new String[] {trapAddress(), secret.toUri().toString()}) {
      var definition = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]>";
      var word = ZipFiles.wordBody(ZipFiles.wordParagraph("&x;")).replace("?>", "?>" + definition);
      assertThat(reading.refusal(ZipFiles.word(Part.of(word)), "outside.docx")).contains("damaged");
      var open = ZipFiles.openBody("<office:text><text:p>&x;</text:p></office:text>");
      assertThat(
              reading.refusal(
                  ZipFiles.openText(Part.of(open.replace("?>", "?>" + definition))), "outside.odt"))
          .contains("damaged");
    }
  }

  @Test
  void opensNothingThatAnOutsideDefinitionNames() {
    var word =
        ZipFiles.wordBody(ZipFiles.wordParagraph("words"))
            .replace("?>", "?><!DOCTYPE w SYSTEM \"" + trapAddress() + "\">");
    assertThat(reading.refusal(ZipFiles.word(Part.of(word)), "definition.docx"))
        .contains("damaged");
    var sheet =
        ZipFiles.workbook(
            Part.of(ZipFiles.XML + "<!DOCTYPE w SYSTEM \"" + trapAddress() + "\"><worksheet/>"),
            Part.of(ZipFiles.XML + "<sst/>"));
    assertThat(reading.refusal(sheet, "definition.xlsx")).contains("damaged");
  }

  @Test
  void refusesABillionLaughs() {
    var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      laughs
          .append("<!ENTITY l")
          .append(i)
          .append(" \"")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    var word =
        ZipFiles.wordBody(ZipFiles.wordParagraph("&l9;")).replace("?>", "?>" + laughs + "]>");
    assertThat(reading.refusal(ZipFiles.word(Part.of(word)), "laughs.docx")).contains("damaged");
    var open =
        ZipFiles.openBody("<office:text><text:p>&l9;</text:p></office:text>")
            .replace("?>", "?>" + laughs + "]>");
    assertThat(reading.refusal(ZipFiles.openText(Part.of(open)), "laughs.odt")).contains("damaged");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(reading.refusal(new byte[0], "empty.pdf")).isEqualTo("The file is empty.");
  }

  @Test
  void survivesFilesThatWereCutOff() {
    var files =
        Map.of(
            "cut.pdf",
                PdfFiles.of(document -> {
                  for (int i = 0; i < 20; i++) {
                    PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "Some words"));
                  }
                }),
            "cut.docx", ZipFiles.word(Part.of(ZipFiles.wordBody(ZipFiles.wordParagraph("words")))),
            "cut.odt", ZipFiles.openText(Part.of(ZipFiles.openBody("<office:text/>"))),
            "cut.png", png(100, 100));
    files.forEach((name, whole) -> {
      for (var part : new double[] {0.1, 0.5, 0.9}) {
        var cut = Arrays.copyOf(whole, (int) (whole.length * part));
        try {
          reading.text(cut, name);
        } catch (ProblemException e) {
          assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class);
        }
      }
    });
  }

  @Test
  void looksAtNoPictureWithoutEnd() {
    assertThat(reading.refusal(png(50_000, 50_000), "large.png"))
        .isEqualTo("The picture is 50000 by 50000 pixels; more than 50 million are not looked at.");
    assertThat(reading.refusal(webp(16_777_215, 16_777_216), "large.webp"))
        .isEqualTo(
            "The picture is 16777215 by 16777216 pixels; more than 50 million are not looked at.");
  }

  /// The beginning of a picture that may be larger than any other.
  private static byte[] webp(int width, int height) {
    var head = ByteBuffer.allocate(30).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(UTF_8)).putInt(22).put("WEBPVP8X".getBytes(UTF_8)).putInt(10);
    head.putInt(0);
    for (int side : new int[] {width - 1, height - 1}) {
      head.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
    }
    return head.array();
  }

  /// A picture whose remarks unpack to a gigabyte.
  @Test
  void readsTheSizeOfAPictureAndNothingElse() throws IOException {
    var packed = new ByteArrayOutputStream();
    packed.writeBytes("Comment\0\0".getBytes(ISO_8859_1));
    try (var zip = new DeflaterOutputStream(packed)) {
      var zeros = new byte[1024 * 1024];
      for (int i = 0; i < 1_024; i++) {
        zip.write(zeros);
      }
    }
    var head = png(100, 80);
    var bomb =
        ByteBuffer.allocate(head.length + packed.size() + 12)
            .put(head)
            .putInt(packed.size())
            .put("zTXt".getBytes(UTF_8))
            .put(packed.toByteArray())
            .putInt(0);
    var text = reading.text(bomb.array(), "remarks.png");
    assertThat(text.facts()).containsEntry("width", "100").containsEntry("height", "80");
  }

  /// A page of a few kilobytes whose picture has more than a gigabyte.
  @Test
  void drawsNoPageWhosePictureDoesNotFitIntoMemory() {
    int side = 20_000;
    var pdf =
        PdfFiles.of(document -> {
          PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "Harmless words"));
          var packed = new ByteArrayOutputStream();
          try (var zip = new DeflaterOutputStream(packed)) {
            var row = new byte[side];
            for (int i = 0; i < side; i++) {
              zip.write(row);
            }
          }
          var huge =
              new PDImageXObject(
                  document,
                  new ByteArrayInputStream(packed.toByteArray()),
                  COSName.FLATE_DECODE,
                  side,
                  side,
                  8,
                  PDDeviceGray.INSTANCE);
          PdfFiles.page(document, page -> page.drawImage(huge, 0, 0, 500, 500));
        });
    assertThat(pdf.length).isLessThan(1_000_000);
    var eyes = new Job.Eyes("nothing-that-runs", List.of("eng"));

    var text =
        new WorkerExtractor(reading.workers, () -> eyes)
            .extract(new ByteArrayInputStream(pdf), "huge.pdf");

    assertThat(text.pages().getFirst().text()).isEqualTo("Harmless words");
    assertThat(text.hint()).isEqualTo("Page 2 is only a picture, and it could not be read.");
  }

  @Test
  void readsAWorkbookOfAMillionStrings() {
    int strings = 1_000_000;
    var shared =
        new Part() {
          @Override
          public void write(java.util.zip.ZipOutputStream zip) throws IOException {
            zip.write(
                (ZipFiles.XML
                        + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
                    .getBytes(UTF_8));
            for (int i = 0; i < strings; i++) {
              zip.write(("<si><t>string " + i + "</t></si>").getBytes(UTF_8));
            }
            zip.write("</sst>".getBytes(UTF_8));
          }
        };
    var sheet =
        Part.of(
            ZipFiles.XML
                + "<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                + " r=\"1\"><c r=\"A1\" t=\"s\"><v>999999</v></c></row></sheetData></worksheet>");
    var workbook = ZipFiles.workbook(sheet, shared);
    assertThat(reading.text(workbook, "strings.xlsx").pages().getFirst().text())
        .isEqualTo("string 999999");
  }

  @Test
  void endsAReaderThatTakesTooLong() {
    try (var hasty =
        new Reading(
            folder.resolve("hasty"), new WorkerLimits(256, Duration.ofMillis(10), Duration.ZERO))) {
      assertThat(hasty.refusal("words".getBytes(UTF_8), "a.txt"))
          .isEqualTo("Reading the file took longer than 0 seconds and was stopped.");
      assertThat(hasty.left()).isEmpty();
    }
  }

  @Test
  void endsAReaderThatNobodyWantsAnyMore() throws Exception {
    var refusal = new CompletableFuture<String>();
    try (var file = new PipedInputStream();
        var _ = new PipedOutputStream(file)) {
      var asking = Thread.ofVirtual().start(() -> refusal.complete(refusal(file)));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> ProcessHandle.current().descendants().anyMatch(HarmfulFilesCase::isWorker));

      asking.interrupt();

      assertThat(refusal)
          .succeedsWithin(Duration.ofSeconds(20))
          .isEqualTo("Reading the file was stopped, because nobody wants it any more.");
      asking.join();
    }
  }

  private String refusal(InputStream file) {
    try {
      var text = new WorkerExtractor(reading.workers, () -> Job.Eyes.NONE).extract(file, "a.txt");
      return "was read as " + text.mediaType();
    } catch (ProblemException e) {
      return ((Problem.Unavailable) e.problem()).why();
    }
  }

  @Test
  void endsAReaderThatTakesTooMuchMemory() {
    try (var small =
        new Reading(
            folder.resolve("small"), new WorkerLimits(16, Duration.ofSeconds(60), Duration.ZERO))) {
      int middle = ZipFiles.wordBody("").indexOf("</w:body>");
      var start = ZipFiles.wordBody("").substring(0, middle);
      var end = ZipFiles.wordBody("").substring(middle);
      var many = ZipFiles.word(Part.of(start).then(noise()).then(Part.of(end)));
      assertThat(small.refusal(many, "long.docx"))
          .isEqualTo("The file needs more memory than a file may take to be read.");
    }
  }

  /// Words that cannot be packed well, so that the document is no bomb.
  private static Part noise() {
    var random = new java.util.Random(7);
    return zip -> {
      for (int i = 0; i < 100_000; i++) {
        zip.write(
            ZipFiles.wordParagraph(Long.toHexString(random.nextLong()).repeat(2)).getBytes(UTF_8));
      }
    };
  }

  /// The beginning of a picture of this size, which has no more than that.
  private static byte[] png(int width, int height) {
    var head = ByteBuffer.allocate(17);
    head.put("IHDR".getBytes(UTF_8)).putInt(width).putInt(height);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var check = new CRC32();
    check.update(head.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(head.array())
        .putInt((int) check.getValue())
        .array();
  }
}
