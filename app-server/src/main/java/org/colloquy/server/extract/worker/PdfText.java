package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.colloquy.server.core.bibliography.Identifiers;
import org.jspecify.annotations.Nullable;

/// The text of a PDF, page by page.
final class PdfText {
  private static final int MOST_METADATA = 1_000_000;
  private static final int MANY_PAGES_NAMED = 8;

  private final Sight sight;
  private final List<Integer> unread = new ArrayList<>();

  PdfText(Sight sight) {
    this.sight = sight;
  }

  void read(Path file, TextTaker taker) throws IOException {
    try (var document = PdfFile.open(file)) {
      var labels = labels(document);
      var glyphs = new PdfWords();
      var hyphens = new Hyphens();
      facts(document, taker);
      int index = 0;
      for (var page : document.getPages()) {
        if (!taker.wantsMore()) {
          break;
        }
        var label = index < labels.length ? labels[index] : "";
        page(document, page, index, glyphs, hyphens, label == null ? "" : label, taker);
        index++;
      }
      if (index == 0) {
        throw new Unreadable("The PDF is damaged: it has no pages.");
      }
    }
    hint(taker);
  }

  private void page(
      PDDocument document,
      PDPage page,
      int index,
      PdfWords glyphs,
      Hyphens hyphens,
      String label,
      TextTaker taker)
      throws IOException {
    var read = glyphs.of(page);
    var text = PageText.of(read.words(), hyphens);
    var box = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    float width = turned ? box.getHeight() : box.getWidth();
    float height = turned ? box.getWidth() : box.getHeight();
    if (text.text().isBlank() && PdfPictures.has(page)) {
      taker.page(label, seen(document, index), width, height, List.of());
    } else {
      taker.page(label, text.text(), width, height, read.isUpright() ? text.lines() : List.of());
    }
  }

  /// What is written in the picture that a page is.
  private String seen(PDDocument document, int index) throws IOException {
    var text = Optional.<String>empty();
    if (sight.isThere() && sight.hasTime()) {
      var picture = Path.of("page.png").toAbsolutePath();
      if (PdfPictures.draw(document, index, picture)) {
        text = sight.read(picture);
      }
    }
    if (text.isEmpty()) {
      unread.add(index + 1);
    }
    return text.orElse("");
  }

  private void hint(TextTaker taker) {
    if (unread.isEmpty()) {
      return;
    }
    var which =
        unread.stream()
            .limit(MANY_PAGES_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    var more =
        unread.size() > MANY_PAGES_NAMED
            ? " and %d more".formatted(unread.size() - MANY_PAGES_NAMED)
            : "";
    var why =
        sight.isThere()
            ? "it could not be read."
            : "nothing here can read it; installing Tesseract helps.";
    taker.hint(
        unread.size() == 1
            ? "Page %s is only a picture, and %s".formatted(which, why)
            : "Pages %s%s are only pictures, and %s"
                .formatted(
                    which,
                    more,
                    why.replaceFirst("^it could", "they could")
                        .replaceFirst("read it;", "read them;")));
  }

  private static @Nullable String[] labels(PDDocument document) {
    try {
      var labels = document.getDocumentCatalog().getPageLabels();
      return labels == null
              || document.getNumberOfPages()
                  > org.colloquy.server.extract.wire.AnswerReader.MOST_PAGES
          ? new String[0]
          : labels.getLabelsByPageIndices();
    } catch (IOException | RuntimeException e) {
      return new String[0]; // its pages can be read all the same
    }
  }

  private static void facts(PDDocument document, TextTaker taker) {
    try {
      var said = document.getDocumentInformation();
      fact(taker, "title", said.getTitle());
      fact(taker, "author", said.getAuthor());
      fact(taker, "subject", said.getSubject());
      fact(taker, "keywords", said.getKeywords());
      fact(taker, "doi", said.getCustomMetadataValue("doi"));
      var metadata = document.getDocumentCatalog().getMetadata();
      if (metadata != null) {
        try (var content = metadata.exportXMPMetadata()) {
          var text = new String(content.readNBytes(MOST_METADATA), StandardCharsets.UTF_8);
          Identifiers.doi(text).ifPresent(doi -> taker.fact("doi", doi));
        }
      }
    } catch (IOException | RuntimeException e) {
      taker.hint("What the PDF says of itself could not be read.");
    }
  }

  private static void fact(TextTaker taker, String name, @Nullable String value) {
    if (value != null) {
      taker.fact(name, value);
    }
  }
}
