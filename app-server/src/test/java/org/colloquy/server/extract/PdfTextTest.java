package org.colloquy.server.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.extract.PdfFiles.TIMES;
import static org.colloquy.server.extract.PdfFiles.line;
import static org.colloquy.server.extract.PdfFiles.page;

import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.colloquy.server.core.document.DocumentText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PDF files made here, read by a real worker.
class PdfTextTest {
  private static final List<String> LEFT =
      List.of(
          "The first column is read to its end before",
          "the second one, as people do. It has to be",
          "long enough to look like prose, which fills",
          "its lines nearly always, and not like a table",
          "whose cells are short. The measured inter-",
          "action was weak, and it ends");
  private static final List<String> RIGHT =
      List.of(
          "in the second column, which goes on with the",
          "sentence. Nothing of the first column may be",
          "between these lines, although the file was",
          "written row by row, across both columns, and",
          "so a well-known reader of files mixes them up",
          "line by line. This one is said to be a well-",
          "known problem of two columns.");

  @TempDir Path folder;
  private Reading reading;

  @BeforeEach
  void start() {
    reading = new Reading(folder, WorkerLimits.USUAL);
  }

  @AfterEach
  void end() {
    reading.close();
    assertThat(reading.left()).isEmpty();
  }

  private static byte[] twoColumns() {
    return PdfFiles.of(document ->
        page(
            document,
            content -> {
              line(content, TIMES, 18, 120, 780, "A Title Across Both of the Columns of a Page");
              for (int i = 0; i < RIGHT.size(); i++) {
                if (i < LEFT.size()) {
                  line(content, TIMES, 11, 60, 740 - 13 * i, LEFT.get(i));
                }
                line(content, TIMES, 11, 310, 740 - 13 * i, RIGHT.get(i));
              }
            }));
  }

  @Test
  void readsTwoColumnsOneAfterTheOther() {
    var text = reading.text(twoColumns(), "paper.pdf").pages().getFirst().text();
    assertThat(text)
        .isEqualTo(
            """
            A Title Across Both of the Columns of a Page

            The first column is read to its end before
            the second one, as people do. It has to be
            long enough to look like prose, which fills
            its lines nearly always, and not like a table
            whose cells are short. The measured interaction was weak, and it ends
            in the second column, which goes on with the
            sentence. Nothing of the first column may be
            between these lines, although the file was
            written row by row, across both columns, and
            so a well-known reader of files mixes them up
            line by line. This one is said to be a well-known problem of two columns.\
            """);
  }

  @Test
  void tellsWhereEachLineStands() {
    var page = reading.text(twoColumns(), "paper.pdf").pages().getFirst();
    assertThat(page.width()).isEqualTo(595.27563f);
    assertThat(page.height()).isEqualTo(841.8898f);
    assertThat(page.lines()).hasSize(1 + LEFT.size() + RIGHT.size());
    var fourth = page.lines().get(4);
    assertThat(words(page, fourth)).isEqualTo("its lines nearly always, and not like a table");
    assertThat(fourth.x()).isBetween(59f, 61f);
    assertThat(fourth.y() + fourth.height()).isBetween(841.9f - 701, 841.9f - 701 + 4);
    assertThat(fourth.width()).isBetween(180f, 240f);
    assertThat(words(page, page.lines().get(5)))
        .isEqualTo("whose cells are short. The measured inter");
    assertThat(words(page, page.lines().get(6))).isEqualTo("action was weak, and it ends");
    assertThat(words(page, page.lines().get(7)))
        .isEqualTo("in the second column, which goes on with the");
    assertThat(page.lines().get(7).x()).isBetween(309f, 311f);
  }

  private static String words(DocumentText.Page page, DocumentText.Line line) {
    return page.text().substring(line.start(), line.end());
  }

  @Test
  void keepsTheRowsOfATableTogether() {
    var table =
        PdfFiles.of(document ->
            page(
                document,
                content -> {
                  for (int i = 0; i < 8; i++) {
                    line(content, TIMES, 11, 60, 740 - 13 * i, "Sample " + i);
                    line(content, TIMES, 11, 360, 740 - 13 * i, "0." + i);
                  }
                }));
    assertThat(reading.text(table, "table.pdf").pages().getFirst().text())
        .startsWith("Sample 0\t0.0\nSample 1\t0.1\n");
  }

  @Test
  void tellsWhatIsPrintedOnThePages() {
    var book =
        PdfFiles.of(document -> {
          for (int i = 0; i < 4; i++) {
            int number = i;
            page(document, content -> line(content, TIMES, 11, 60, 700, "Words of page " + number));
          }
          var labels = new PDPageLabels(document);
          var front = new PDPageLabelRange();
          front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
          labels.setLabelItem(0, front);
          var main = new PDPageLabelRange();
          main.setStyle(PDPageLabelRange.STYLE_DECIMAL);
          main.setStart(17);
          labels.setLabelItem(2, main);
          document.getDocumentCatalog().setPageLabels(labels);
          document.getDocumentInformation().setTitle("On Pages");
          document.getDocumentInformation().setAuthor("Ada Author");
          document
              .getDocumentInformation()
              .getCOSObject()
              .setString(COSName.getPDFName("doi"), "10.1234/pages.17");
        });
    var text = reading.text(book, "book.pdf");
    assertThat(text.mediaType()).isEqualTo("application/pdf");
    assertThat(text.pages())
        .extracting(DocumentText.Page::label)
        .containsExactly("i", "ii", "17", "18");
    assertThat(text.pages()).extracting(DocumentText.Page::number).containsExactly(1, 2, 3, 4);
    assertThat(text.facts())
        .containsEntry("title", "On Pages")
        .containsEntry("author", "Ada Author")
        .containsEntry("doi", "10.1234/pages.17");
    assertThat(text.hint()).isEmpty();
  }
}
