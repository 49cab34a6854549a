package org.colloquy.server.llm.local;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.colloquy.model.Memory;
import org.colloquy.model.Message;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;

/// A piece of something written that is short enough to be quoted.
record Passage(Source source, String text) {
  private static final int MOST_LOOKED_AT = 1024 * 1024;
  private static final int MOST_OF_A_MESSAGE = 40_000;
  private static final int LONGEST = 600;
  private static final Pattern BREAK = Pattern.compile("\\R\\s*\\R");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /// Where it stands.
  sealed interface Source {
    /// As people read it.
    String told();
  }

  /// In a conversation.
  ///
  /// @param title of the conversation; empty if it has none
  record Said(Message message, String title) implements Source {
    @Override
    public String told() {
      var where = title.isBlank() ? "" : ", in “" + title + "”";
      return who() + ", " + day(message.createdAt()) + where;
    }

    private String who() {
      var model = message.usedModel();
      if (message.role() == Role.USER) {
        return LocalTexts.YOU;
      }
      return model == null ? LocalTexts.A_MODEL : model.model();
    }
  }

  /// In a document of an agent.
  record Document(String name, String agent) implements Source {
    @Override
    public String told() {
      return name + ", a document of " + agent;
    }
  }

  /// In a file of the conversation.
  record InFile(String name) implements Source {
    @Override
    public String told() {
      return name + ", a file of this conversation";
    }
  }

  /// On a page of a document, by its number among the passages of the turn.
  record OnPage(SourcePassage passage) implements Source {
    @Override
    public String told() {
      var page = passage.file() == null ? "" : ", page " + passage.label();
      return passage.name() + page + " [" + passage.number() + "]";
    }
  }

  /// In the person's memories.
  record Remembered(Memory memory) implements Source {
    @Override
    public String told() {
      return "A memory of yours, " + day(memory.createdAt());
    }
  }

  /// A memory as one piece.
  static Passage of(Memory memory) {
    return new Passage(new Remembered(memory), memory.text());
  }

  /// The paragraphs of a text.
  static List<Passage> of(Source source, String content) {
    int most = source instanceof Said ? MOST_OF_A_MESSAGE : MOST_LOOKED_AT;
    return BREAK
        .splitAsStream(content.substring(0, Math.min(content.length(), most)))
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> new Passage(source, paragraph.strip()))
        .toList();
  }

  /// As much of it as is quoted.
  String quotable() {
    if (text.length() <= LONGEST) {
      return text;
    }
    var space = text.lastIndexOf(' ', LONGEST);
    var end = space > LONGEST / 2 ? space : LONGEST;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + " …";
  }

  private static String day(Instant time) {
    return DAY.format(time);
  }
}
