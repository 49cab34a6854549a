package org.colloquy.server.writing;

import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.export.ConversationWriter;

/// Writes a conversation as a page of Markdown: what the window shows of it.
final class MarkdownPage implements ConversationWriter {
  private final TextFile file;

  MarkdownPage(TextFile file) {
    this.file = file;
  }

  @Override
  public void reading(Conversation conversation) {
    file.write("# %s\n\n%s\n".formatted(Wording.title(conversation), Wording.begun(conversation)));
  }

  /// A message, under a heading that says whose it is, and where what it cites stands.
  @Override
  public void said(Message message, AnswerSources sources) {
    var text = new StringBuilder("\n## ").append(Wording.who(message));
    text.append(", ").append(Wording.time(message.createdAt())).append("\n\n");
    text.append(message.content()).append('\n');
    message
        .toolCalls()
        .forEach(call ->
            text.append("\n`")
                .append(call.tool())
                .append("` is called with `")
                .append(call.arguments())
                .append("`\n"));
    if (message.failure() != null) {
      text.append("\n*").append(message.failure()).append("*\n");
    }
    var cited = Wording.cited(sources.citations());
    if (!cited.isEmpty()) {
      text.append('\n');
    }
    for (var line : cited) {
      text.append("- ").append(line.text());
      text.append(line.found() ? "\n" : " *(" + Wording.NOT_FOUND + ")*\n");
    }
    file.write(text.toString());
  }

  @Override
  public void read() {
    // A page of Markdown has no end.
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
