package org.colloquy.server.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.extract.PdfFiles.TIMES;
import static org.colloquy.server.extract.PdfFiles.line;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.colloquy.server.extract.ZipFiles.Part;
import org.colloquy.server.extract.wire.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files made to do harm: each is refused with a sentence, or read without it, and nothing is left
/// running or lying about.
class HarmfulFilesTest {
  private static final String BOMB =
      "The file unpacks to far more than it seems to hold, so it was not read.";
  private static final WorkerLimits LIMITS =
      new WorkerLimits(256, Duration.ofSeconds(60), Duration.ZERO);

  @TempDir Path folder;
  private final AtomicInteger hits = new AtomicInteger();
  private HttpServer trap;
  private Reading reading;
  private long heapBefore;

  @BeforeEach
  void start() throws IOException {
    trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    trap.start();
    reading = new Reading(folder.resolve("reading"), LIMITS);
    heapBefore = heap();
  }

  @AfterEach
  void nothingIsLeft() {
    reading.close();
    trap.stop(0);
    assertThat(hits).as("connections that a file made").hasValue(0);
    assertThat(reading.left()).as("what workers left on the disk").isEmpty();
    assertThat(ProcessHandle.current().descendants().filter(HarmfulFilesTest::isWorker))
        .as("workers that still run")
        .isEmpty();
    assertThat(heap() - heapBefore).as("memory of the server").isLessThan(50L * 1024 * 1024);
  }

  private static boolean isWorker(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().filter(line -> line.contains("ExtractWorker")).isPresent();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private String trapAddress() {
    return "http://127.0.0.1:" + trap.getAddress().getPort() + "/";
  }

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
  void readsTheWordsOfAPdfWhoseFormIsAnAttack() {
    var form =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY % a SYSTEM \""
            + trapAddress()
            + "\"> %a; <!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            + "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">&b;</xdp:xdp>";
    var pdf =
        PdfFiles.of(document -> {
          PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "Harmless words"));
          var acroForm = new PDAcroForm(document);
          var stream = new PDStream(document);
          try (var out = stream.createOutputStream()) {
            out.write(form.getBytes(UTF_8));
          }
          acroForm.getCOSObject().setItem(COSName.XFA, stream);
          document.getDocumentCatalog().setAcroForm(acroForm);
          var metadata = new org.apache.pdfbox.pdmodel.common.PDMetadata(document);
          metadata.importXMPMetadata(form.getBytes(UTF_8));
          document.getDocumentCatalog().setMetadata(metadata);
        });
    assertThat(reading.text(pdf, "form.pdf").pages().getFirst().text()).isEqualTo("Harmless words");
  }

  @Test
  void refusesAPdfWithAPassword() {
    var locked =
        PdfFiles.of(document -> {
          PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "Secret"));
          document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
    assertThat(reading.refusal(locked, "locked.pdf"))
        .isEqualTo("The PDF is protected with a password. Save it without one and upload that.");
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
        } catch (org.colloquy.model.ProblemException e) {
          assertThat(e.problem()).isInstanceOf(org.colloquy.model.Problem.Unavailable.class);
        }
      }
    });
  }

  @Test
  void endsWithAPdfThatPointsAtItself() {
    var loop =
        """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R
          /Resources << /XObject << /X 5 0 R >> >> >> endobj
        4 0 obj << /Length 5 >> stream
        /X Do
        endstream endobj
        5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5
          /Resources << /XObject << /X 5 0 R >> >> >> stream
        /X Do
        endstream endobj
        xref
        0 1
        0000000000 65535 f
        trailer << /Root 1 0 R /Size 6 /Prev 700 >>
        startxref
        700
        %%EOF
        """;
    var started = System.nanoTime();
    try {
      reading.text(loop.getBytes(ISO_8859_1), "loop.pdf");
    } catch (org.colloquy.model.ProblemException e) {
      assertThat(e.problem()).isInstanceOf(org.colloquy.model.Problem.Unavailable.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void readsAPdfOfTenThousandPagesOrSaysHowMuchOfIt() {
    var many =
        PdfFiles.of(document -> {
          var first =
              PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "The same words"));
          for (int i = 1; i < 10_000; i++) {
            document.importPage(first);
          }
        });
    var text = reading.text(many, "long.pdf");
    if (text.pages().size() < 10_000) {
      assertThat(text.hint())
          .isEqualTo(
              "Only the first %d pages were read; the others took too long."
                  .formatted(text.pages().size()));
    }
    assertThat(text.pages().getLast().text()).isEqualTo("The same words");
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
