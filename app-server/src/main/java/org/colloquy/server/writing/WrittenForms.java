package org.colloquy.server.writing;

import java.io.OutputStream;
import java.util.function.Function;
import org.colloquy.server.core.export.ConversationFormat;
import org.colloquy.server.core.export.ConversationForms;
import org.colloquy.server.core.export.ConversationWriter;

/// Writes conversations as Markdown, HTML and PDF, and has them written as JSON.
public final class WrittenForms implements ConversationForms {
  private final PdfFonts fonts;
  private final Function<OutputStream, ConversationWriter> json;

  /// @param fonts what PDF files are set in
  /// @param json begins a file of the form that the app's API takes over again
  public WrittenForms(PdfFonts fonts, Function<OutputStream, ConversationWriter> json) {
    this.fonts = fonts;
    this.json = json;
  }

  @Override
  public ConversationWriter open(ConversationFormat format, OutputStream out) {
    return switch (format) {
      case MARKDOWN -> new MarkdownPage(new TextFile(out));
      case HTML -> new HtmlPage(new TextFile(out));
      case PDF -> new PdfPages(out, fonts);
      case JSON -> json.apply(out);
    };
  }
}
