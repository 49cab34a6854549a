package org.colloquy.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Papers as PDF, with about 500 words on each page, all of them different.
final class PaperFiles {
  private static final String[] WORDS =
      ("glacier ice melts under warm wind while cells divide slowly and proteins fold into shapes"
              + " that enzymes know because light falls on leaves where water rises through roots"
              + " of old trees whose rings tell years of drought to readers who count them with"
              + " patience measured samples show small but certain differences between groups")
          .split(" ", -1);
  private static final int LINES = 50;
  private static final int WORDS_IN_LINE = 10;
  private static final float SIZE = 10;
  private static final float LEADING = 14;

  private PaperFiles() {}

  /// The paper of this number.
  static byte[] paper(int number, int pages) throws IOException {
    Random random = new Random(number);
    PDFont font = new PDType1Font(FontName.TIMES_ROMAN);
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (int page = 0; page < pages; page++) {
        PDPage paper = new PDPage(PDRectangle.A4);
        document.addPage(paper);
        try (PDPageContentStream content = new PDPageContentStream(document, paper)) {
          write(content, font, random);
        }
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(PDPageContentStream content, PDFont font, Random random)
      throws IOException {
    content.beginText();
    content.setFont(font, SIZE);
    content.setLeading(LEADING);
    content.newLineAtOffset(72, 780);
    for (int line = 0; line < LINES; line++) {
      StringBuilder words = new StringBuilder();
      for (int word = 0; word < WORDS_IN_LINE; word++) {
        words.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      content.showText(words.append(random.nextInt(1000)).append('.').toString());
      content.newLine();
      if (line % 10 == 9) {
        content.newLine();
      }
    }
    content.endText();
  }
}
