package org.colloquy.server.writing;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter.ICUBidiSplitterFactory;
import com.openhtmltopdf.bidi.support.ICUBreakers.ICULineBreaker;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.export.ConversationWriter;

/// Writes a conversation as a PDF file. It is set piece by piece, each on pages of its own, and
/// what is set is kept in a temporary file; so memory does not grow with the conversation.
final class PdfPages implements ConversationWriter {
  /// In characters of HTML.
  private static final int PIECE = 150_000;

  private final OutputStream out;
  private final PdfFonts fonts;
  private final PdfCharacters characters;
  private final PDDocument document;
  private final String style;
  private final StringBuilder waiting = new StringBuilder();
  private String title = "";

  PdfPages(OutputStream out, PdfFonts fonts) {
    this.out = out;
    this.fonts = fonts;
    XRLog.setLoggingEnabled(false); // it would log what people wrote
    style = Styles.of("print.css");
    characters = new PdfCharacters(fonts);
    document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
  }

  @Override
  public void reading(Conversation conversation) {
    title = Wording.title(conversation);
    waiting.append(HtmlPieces.head(conversation));
  }

  @Override
  public void said(Message message, AnswerSources sources) {
    for (var piece : HtmlPieces.message(message, sources)) {
      waiting.append(piece);
      if (waiting.length() > PIECE) {
        set();
      }
    }
  }

  @Override
  public void read() {
    characters.drawable(waiting.toString());
    var missing = characters.missing();
    if (!missing.isEmpty()) {
      waiting.append(note(String.join(", ", missing)));
    }
    if (!waiting.isEmpty()) {
      set();
    }
    try {
      PageNumbers.on(document);
      var about = document.getDocumentInformation();
      about.setTitle(title);
      about.setCreator("Colloquy");
      document.save(new OpenStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String note(String scripts) {
    return "<p class=\"note\">This computer has no font that a PDF can hold for these scripts: "
        + scripts
        + ". Their letters are shown as empty boxes; in the same conversation as Markdown, HTML or"
        + " JSON they are not.</p>\n";
  }

  private void set() {
    var html = html(characters.drawable(waiting.toString()));
    waiting.setLength(0);
    var builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.usePDDocument(document);
    builder.toStream(OutputStream.nullOutputStream());
    builder.useUriResolver((_, _) -> null);
    for (var when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((_, _) -> false, when);
    }
    builder.useUnicodeBidiSplitter(new ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.useUnicodeLineBreaker(new ICULineBreaker(Locale.ROOT));
    fonts.addTo(builder);
    try {
      for (var found : characters.found()) {
        var font = PDType0Font.load(document, found.font(), true);
        builder.useFont(new PDFontSupplier(font), found.family());
      }
      try (var renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String html(String body) {
    var families =
        characters.found().stream()
            .map(PdfCharacters.Found::family)
            .collect(Collectors.joining(", "));
    var here = style.replace(", FOUND", families.isEmpty() ? "" : ", " + families);
    return "<html><head><style>%s</style></head><body>%s</body></html>".formatted(here, body);
  }

  @Override
  public void close() {
    characters.close();
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
