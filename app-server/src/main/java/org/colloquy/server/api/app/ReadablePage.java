package org.colloquy.server.api.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;

/// A conversation as a page of Markdown: what the window shows of it.
///
/// @param name where it is in the export
/// @param head what comes before the first message
record ReadablePage(String name, String head) {
  /// No page at all.
  static final ReadablePage NONE = new ReadablePage("", "");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  ReadablePage(Conversation conversation) {
    this(name(conversation), head(conversation));
  }

  private static String name(Conversation conversation) {
    var title = EntryName.of(conversation.title());
    return "conversations/%s-%d.md"
        .formatted(title.isEmpty() ? "untitled" : title, conversation.number());
  }

  private static String head(Conversation conversation) {
    var title = conversation.title().isBlank() ? "Untitled" : conversation.title();
    return "# %s\n\nBegun %s.\n"
        .formatted(title.replaceAll("\\s+", " "), time(conversation.createdAt()));
  }

  /// A message, under a heading that says whose it is.
  String said(Message message) {
    var text = new StringBuilder("\n## ").append(who(message));
    text.append(", ").append(time(message.createdAt())).append("\n\n");
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
    return text.toString();
  }

  private static String who(Message message) {
    var used = message.usedModel();
    return switch (message.role()) {
      case SYSTEM -> "Instructions";
      case USER -> "You";
      case ASSISTANT -> used == null ? "Assistant" : used.model();
      case TOOL -> "Result of a tool";
    };
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
