package org.colloquy.server.writing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.export.ConversationWriter;

/// Writes a conversation as one HTML file that stands for itself: its style is in it, and its own
/// policy forbids everything else.
final class HtmlPage implements ConversationWriter {
  private final TextFile file;
  private final String style;

  HtmlPage(TextFile file) {
    this.file = file;
    style = Styles.of("page.css");
  }

  @Override
  public void reading(Conversation conversation) {
    file.write(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; \
        base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        """
            .formatted(digest(style), HtmlText.of(Wording.title(conversation)), style));
    file.write(HtmlPieces.head(conversation));
  }

  private static String digest(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Sha256.digest().digest(bytes));
  }

  @Override
  public void said(Message message, AnswerSources sources) {
    HtmlPieces.message(message, sources).forEach(file::write);
  }

  @Override
  public void read() {
    file.write("</main>\n</body>\n</html>\n");
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
