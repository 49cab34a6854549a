package org.colloquy.server.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// PDF files whose text is known.
public final class PdfFiles {
  /// A font that every reader has.
  public static final PDFont TIMES = new PDType1Font(FontName.TIMES_ROMAN);

  private PdfFiles() {}

  /// Makes a document.
  public interface Making {
    void make(PDDocument document) throws IOException;
  }

  /// Writes on a page.
  public interface Writing {
    void write(PDPageContentStream page) throws IOException;
  }

  /// A file with what is made in it.
  public static byte[] of(Making making) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      making.make(document);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds a page of A4.
  public static PDPage page(PDDocument document, Writing writing) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      writing.write(content);
    }
    return page;
  }

  /// Writes a line.
  ///
  /// @param y from the page's lower edge, as PDF counts
  public static void line(
      PDPageContentStream page, PDFont font, float size, float x, float y, String text)
      throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }
}
