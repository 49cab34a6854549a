package org.colloquy.server.writing;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// The number of each page and of all of them, at its foot.
final class PageNumbers {
  private static final float SIZE = 8;
  private static final float ABOVE_EDGE = 28;

  private PageNumbers() {}

  static void on(PDDocument document) throws IOException {
    var font = new PDType1Font(FontName.HELVETICA);
    int all = document.getNumberOfPages();
    int number = 0;
    for (var page : document.getPages()) {
      number++;
      write(document, page, font, number + " / " + all);
    }
  }

  private static void write(PDDocument document, PDPage page, PDFont font, String text)
      throws IOException {
    try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.beginText();
      content.setFont(font, SIZE);
      float width = font.getStringWidth(text) / 1_000 * SIZE;
      content.newLineAtOffset((page.getMediaBox().getWidth() - width) / 2, ABOVE_EDGE);
      content.showText(text);
      content.endText();
    }
  }
}
