package org.colloquy.server.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.colloquy.model.Citation;
import org.colloquy.model.Role;
import org.colloquy.server.core.export.ConversationFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PdfPagesTest {
  static final List<String> ATTACKS = HtmlPageTest.ATTACKS;

  private static final PdfFonts OWN = new PdfFonts(List::of);

  private static final String ANSWER =
      """
      # Cells

      A cell **divides** in *two*, see [the page](https://cells.example/division) [1].

      | Phase | Hours |
      |---|---:|
      | G1 | 11 |
      | S | 8 |

      ```python
      def divide(cell):
          return cell, cell  # both
      ```

      1. first
      2. second

      > quoted words
      """;

  @TempDir Path folder;

  private static Told told() {
    var place = new Citation.Place(null, "cells.pdf", 3, "iii", 0, 1);
    return new Told("How cells divide")
        .said(Role.USER, "How does a cell divide?")
        .said(Role.ASSISTANT, "")
        .said(Role.TOOL, "{\"found\": 1}")
        .said(
            Role.ASSISTANT,
            ANSWER,
            new Citation(1, 0, 1, Citation.State.FOUND, "a cell divides", place),
            new Citation(0, 0, 1, Citation.State.NOT_FOUND, "never said", null));
  }

  private static PDDocument read(byte[] file) throws IOException {
    return Loader.loadPDF(file);
  }

  private static String text(PDDocument document) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(document);
  }

  /// For people who want to look.
  private static BufferedImage drawn(PDDocument document, String name) throws IOException {
    var picture = new PDFRenderer(document).renderImageWithDPI(0, 80);
    var place = Path.of("target", "screenshots", name + ".png");
    Files.createDirectories(place.getParent());
    ImageIO.write(picture, "png", place.toFile());
    return picture;
  }

  private static List<PDAnnotation> annotations(PDPage page) {
    try {
      return page.getAnnotations();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void hasWhatTheOtherFormsHave() throws IOException {
    try (var document = read(told().in(ConversationFormat.PDF, OWN))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("How cells divide");
      assertThat(text(document))
          .contains("How cells divide", "You", "gpt-4o", "G1", "11", "def divide(cell):")
          .contains("    return cell, cell", "1.  first", "quoted words", "{\"query\":\"<cells>\"}")
          .contains("[1] cells.pdf, page iii: “a cell divides”")
          .contains("“never said” (not found in the source)")
          .contains("1 / 1");
      var links =
          StreamSupport.stream(document.getPages().spliterator(), false)
              .flatMap(page -> annotations(page).stream())
              .filter(PDAnnotationLink.class::isInstance)
              .map(link -> ((PDActionURI) ((PDAnnotationLink) link).getAction()).getURI());
      assertThat(links).contains("https://cells.example/division");
      var picture = drawn(document, "export-page");
      assertThat(picture.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
    }
  }

  @Test
  void writesScriptsFromTheRightAndPicturesAndSymbols() throws IOException {
    var told =
        new Told("שלום עולם")
            .said(Role.USER, "مرحبا بالعالم 😀 ∑ → ≤ Ωμέγα Привет")
            .said(Role.ASSISTANT, "- שלום **עולם**\n- left to right");

    try (var document = read(told.in(ConversationFormat.PDF, OWN))) {
      drawn(document, "export-scripts");
      assertThat(text(document))
          .contains("∑", "Ωμέγα", "Привет", "left to right")
          .doesNotContain("[grinning face]", "□");
      assertThat(text(document)).contains("שלום");
    }
  }

  @Test
  void saysWhatItCannotDraw() throws IOException {
    var told = new Told("你好").said(Role.USER, "细胞 cell 🫠 \u200D\uFE0F end");

    try (var document = read(told.in(ConversationFormat.PDF, OWN))) {
      drawn(document, "export-missing");
      assertThat(text(document))
          .contains("□□ cell [melting face]")
          .contains("no font that a PDF can hold for these scripts: Han.");
    }
  }

  @Test
  void takesAFontOfThisComputerForWhatItsOwnDoNotHave() throws IOException {
    var known = Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf");
    assumeTrue(Files.exists(known), "there is no such font here");
    var damaged = Files.writeString(folder.resolve("notosanssc-regular.ttf"), "damaged");
    var unknown = Files.writeString(folder.resolve("unknown.ttf"), "never opened");
    var fonts = new PdfFonts(() -> List.of(unknown, known, damaged));

    try (var document =
        read(new Told("细胞").said(Role.USER, "细胞 cell 細胞").in(ConversationFormat.PDF, fonts))) {
      drawn(document, "export-found-font");
      assertThat(text(document)).contains("细胞 cell 細胞").doesNotContain("□");
    }
  }

  @Test
  void numbersAllPagesOfALongConversation() throws IOException {
    var told = new Told("Long");
    var words = IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    for (int i = 0; i < 80; i++) {
      told.said(Role.USER, "question " + i).said(Role.ASSISTANT, words + " end" + i);
    }

    try (var document = read(told.in(ConversationFormat.PDF, OWN))) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(30);
      var stripper = new PDFTextStripper();
      stripper.setStartPage(pages);
      assertThat(stripper.getText(document)).contains("end79", pages + " / " + pages);
      assertThat(text(document)).contains("question 0", "question 40", "question 79");
    }
  }

  @Test
  void setsALongLineWithoutABlank() throws IOException {
    var told = new Told("Line").said(Role.TOOL, "x".repeat(60_000) + "end");

    try (var document = read(told.in(ConversationFormat.PDF, OWN))) {
      assertThat(text(document)).contains("end");
    }
  }

  @ParameterizedTest
  @FieldSource("ATTACKS")
  void setsMarkupThatSomebodyWroteAsText(String attack) throws IOException {
    var told = new Told(attack);
    for (var role : Role.values()) {
      told.said(role, attack);
    }

    try (var document = read(told.in(ConversationFormat.PDF, OWN))) {
      assertThat(document.getNumberOfPages()).isPositive();
      for (var page : document.getPages()) {
        for (var link : annotations(page)) {
          var action = (PDActionURI) ((PDAnnotationLink) link).getAction();
          assertThat(action.getURI()).matches("(?s)(https?://|mailto:).*");
        }
      }
    }
  }
}
