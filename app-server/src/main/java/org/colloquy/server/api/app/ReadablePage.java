package org.colloquy.server.api.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Citation;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;

/// A conversation as a page of Markdown: what the window shows of it.
///
/// @param name where it is in the export
/// @param head what comes before the first message
record ReadablePage(String name, String head) {
  /// No page at all.
  static final ReadablePage NONE = new ReadablePage("", "");

  private static final String NOT_FOUND = " *(not found in the source)*\n";

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

  /// A message, under a heading that says whose it is, and where what it cites stands.
  String said(Message message, List<Citation> citations) {
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
    if (!citations.isEmpty()) {
      text.append('\n');
      citations.stream().map(ReadablePage::cited).distinct().forEach(text::append);
    }
    return text.toString();
  }

  private static String cited(Citation citation) {
    var line = new StringBuilder("- ");
    if (citation.number() > 0) {
      line.append('[').append(citation.number()).append("] ");
    }
    var place = citation.place();
    if (place != null) {
      line.append(oneLine(place.name()));
      line.append(place.label().isEmpty() ? "" : ", page " + oneLine(place.label()));
      line.append(citation.quote().isEmpty() ? "" : ": ");
    }
    if (!citation.quote().isEmpty()) {
      line.append('“').append(oneLine(citation.quote())).append('”');
    }
    return line.append(citation.state() == Citation.State.FOUND ? "\n" : NOT_FOUND).toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
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
