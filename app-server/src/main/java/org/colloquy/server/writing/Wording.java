package org.colloquy.server.writing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Citation;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;

/// What files of conversations say in the same words, whatever their form.
final class Wording {
  /// What stands beside a quotation that is nowhere in the sources.
  static final String NOT_FOUND = "not found in the source";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  /// A line of what an answer cites.
  ///
  /// @param text without the mark
  /// @param found whether it stands where it should
  record Cited(String text, boolean found) {}

  static String title(Conversation conversation) {
    var title = oneLine(conversation.title());
    return title.isEmpty() ? "Untitled" : title;
  }

  static String begun(Conversation conversation) {
    return "Begun " + time(conversation.createdAt()) + ".";
  }

  static String who(Message message) {
    var used = message.usedModel();
    return switch (message.role()) {
      case SYSTEM -> "Instructions";
      case USER -> "You";
      case ASSISTANT -> used == null ? "Assistant" : used.model();
      case TOOL -> "Result of a tool";
    };
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  /// Each once.
  static List<Cited> cited(List<Citation> citations) {
    return citations.stream().map(Wording::cited).distinct().toList();
  }

  private static Cited cited(Citation citation) {
    var line = new StringBuilder();
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
    return new Cited(line.toString(), citation.state() == Citation.State.FOUND);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
