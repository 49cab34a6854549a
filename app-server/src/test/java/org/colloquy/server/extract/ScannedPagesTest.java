package org.colloquy.server.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.extract.PdfFiles.TIMES;
import static org.colloquy.server.extract.PdfFiles.line;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.extract.wire.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that are only pictures, read by the real Tesseract where it is installed.
class ScannedPagesTest {
  private static final String[] WORDS = {
    "The glaciers of southern Norway",
    "lost 37 percent of their ice between",
    "1976 and 2019, most of it in summer."
  };

  @TempDir Path folder;

  private final Job.Eyes eyes = new Tesseract().found();
  private Reading reading;

  @BeforeEach
  void start() {
    assumeTrue(eyes.areThere(), "There is no Tesseract.");
    reading = new Reading(folder.resolve("reading"), WorkerLimits.USUAL);
  }

  @AfterEach
  void nothingIsLeft() {
    if (reading != null) {
      assertThat(reading.left()).isEmpty();
      reading.close();
    }
  }

  private DocumentText read(byte[] content, String name) {
    return new WorkerExtractor(reading.workers, () -> eyes)
        .extract(new ByteArrayInputStream(content), name);
  }

  /// A page as a scanner sees it: not quite white, not quite straight, with specks.
  private static BufferedImage scanned() {
    var page = new BufferedImage(2_480, 3_508, BufferedImage.TYPE_INT_RGB);
    var pen = page.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(new Color(244, 242, 238));
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.rotate(Math.toRadians(0.3));
    pen.setColor(new Color(40, 38, 44));
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 56));
    for (int i = 0; i < WORDS.length; i++) {
      pen.drawString(WORDS[i], 300, 420 + 100 * i);
    }
    pen.dispose();
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      page.setRGB(
          random.nextInt(page.getWidth()),
          random.nextInt(page.getHeight()),
          random.nextBoolean() ? 0xc0c0c0 : 0xffffff);
    }
    return page;
  }

  private static byte[] picture(String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(scanned(), format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  @Test
  void areReadBesideThoseThatHaveWords() {
    var pdf =
        PdfFiles.of(document -> {
          PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "A page with words"));
          var scan = JPEGFactory.createFromImage(document, scanned(), 0.8f);
          PdfFiles.page(
              document,
              page -> {
                var size = PDRectangle.A4;
                page.drawImage(scan, 0, 0, size.getWidth(), size.getHeight());
              });
        });

    var text = read(pdf, "scan.pdf");

    assertThat(text.pages()).hasSize(2);
    assertThat(text.pages().getFirst().text()).isEqualTo("A page with words");
    assertThat(text.pages().getLast().text().lines().filter(line -> !line.isBlank()))
        .containsExactly(WORDS);
    assertThat(text.hint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void areReadWithoutAPdfAroundThem(String format) throws IOException {
    var text = read(picture(format), "scan." + format);

    assertThat(text.pages()).hasSize(1);
    assertThat(text.pages().getFirst().text().lines().filter(line -> !line.isBlank()))
        .containsExactly(WORDS);
    assertThat(text.facts()).containsEntry("width", "2480").containsEntry("height", "3508");
    assertThat(text.hint()).isEmpty();
  }
}
