package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.colloquy.server.extract.wire.AnswerWriter;

/// Tells the text of a file.
final class TextJob {
  private final Path file;
  private final String name;
  private final Sight sight;
  private final Deadline deadline;

  TextJob(Path file, String name, Sight sight, Deadline deadline) {
    this.file = file;
    this.name = name;
    this.sight = sight;
    this.deadline = deadline;
  }

  void answer(AnswerWriter answer) throws IOException {
    var kind = FileKind.of(file, name);
    var taker = new TextTaker(answer, deadline);
    switch (kind.family()) {
      case PDF -> new PdfText(sight).read(file, taker);
      case PLAIN -> PlainText.read(file, taker);
      case PICTURE -> Picture.read(file, sight, taker);
      case HTML -> HtmlText.read(file, taker);
      case WORD -> WordText.read(file, taker);
      case SLIDES -> SlidesText.read(file, taker);
      case WORKBOOK -> WorkbookText.read(file, taker);
      case OPEN_DOCUMENT -> OpenDocumentText.read(file, taker);
    }
    taker.end(kind.mediaType());
  }
}
