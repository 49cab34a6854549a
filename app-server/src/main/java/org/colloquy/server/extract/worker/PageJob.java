package org.colloquy.server.extract.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.colloquy.server.extract.wire.AnswerWriter;

/// Draws one page.
final class PageJob {
  private PageJob() {}

  static void answer(Path file, int page, int width, AnswerWriter answer) throws IOException {
    if (FileKind.of(file, "").family() != FileKind.Family.PDF) {
      throw new Unreadable("Only the pages of PDF files can be shown as they look.");
    }
    try (var document = PdfFile.open(file)) {
      if (page < 1 || page > document.getNumberOfPages()) {
        throw new Missing("page");
      }
      var drawn = PdfPictures.draw(document, page - 1, width);
      var png = new ByteArrayOutputStream();
      ImageIO.write(drawn, "png", png);
      answer.bytes(png.toByteArray(), 0, png.size());
    }
  }
}
