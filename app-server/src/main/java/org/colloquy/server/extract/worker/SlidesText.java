package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/// The text of slides, with the notes of their speaker; each is a page.
final class SlidesText {
  private static final int DEEPEST = 20;

  private SlidesText() {}

  static void read(Path file, TextTaker taker) throws IOException {
    try (var opened = Office.open(file);
        var show = new XMLSlideShow(opened)) {
      Office.facts(opened, taker);
      var size = show.getPageSize();
      for (var slide : show.getSlides()) {
        if (!taker.wantsMore()) {
          break;
        }
        var label = Integer.toString(slide.getSlideNumber());
        taker.page(label, text(slide), size.width, size.height, List.of());
      }
    }
  }

  private static String text(XSLFSlide slide) {
    var text = new StringBuilder();
    tell(slide.getShapes(), text, 0);
    var notes = slide.getNotes();
    if (notes != null) {
      for (var shape : notes.getTextParagraphs()) {
        var words =
            shape.stream().map(paragraph -> paragraph.getText()).collect(Collectors.joining("\n"));
        if (!words.isBlank() && !words.strip().equals(Integer.toString(slide.getSlideNumber()))) {
          paragraph(words, text);
        }
      }
    }
    return text.toString().strip();
  }

  private static void tell(List<XSLFShape> shapes, StringBuilder text, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (var shape : shapes) {
      switch (shape) {
        case XSLFTextShape words -> paragraph(words.getText(), text);
        case XSLFTable table -> paragraph(table(table), text);
        case XSLFGroupShape group -> tell(group.getShapes(), text, depth + 1);
        default -> {
          // nothing else has text
        }
      }
    }
  }

  private static void paragraph(String words, StringBuilder text) {
    if (!words.isBlank()) {
      text.append(words.strip()).append("\n\n");
    }
  }

  private static String table(XSLFTable table) {
    return table.getRows().stream()
        .map(row ->
            row.getCells().stream()
                .map(cell -> cell.getText().strip().replace('\n', ' '))
                .collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }
}
