package org.colloquy.server.writing;

import java.io.OutputStream;
import org.colloquy.server.core.export.ConversationForms;
import org.colloquy.server.core.export.ConversationWriter;

/// Writes conversations as Markdown, HTML and PDF.
public final class WrittenForms implements ConversationForms {
  private final PdfFonts fonts;

  /// @param fonts what PDF files are set in
  public WrittenForms(PdfFonts fonts) {
    this.fonts = fonts;
  }

  @Override
  public ConversationWriter open(Form form, OutputStream out) {
    return switch (form) {
      case MARKDOWN -> new MarkdownPage(new TextFile(out));
      case HTML -> new HtmlPage(new TextFile(out));
      case PDF -> new PdfPages(out, fonts);
    };
  }
}
