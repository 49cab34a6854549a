package org.colloquy.desktop.ui.chat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.Message;
import org.colloquy.model.Usage;

/// Something that is known of how an answer came about, in words.
record AnswerFact(String name, String value) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

  /// All that is known of it.
  static List<AnswerFact> of(MessageViewModel answer) {
    var facts = new ArrayList<AnswerFact>();
    var saved = answer.saved();
    if (saved != null) {
      add(facts, saved.message());
    }
    return facts;
  }

  private static void add(List<AnswerFact> facts, Message message) {
    var used = message.usedModel();
    if (used != null) {
      facts.add(new AnswerFact(Text.of("chat.info.model"), used.model()));
      facts.add(new AnswerFact(Text.of("chat.info.provider"), used.provider()));
    }
    var asked = TIME.withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault());
    facts.add(new AnswerFact(Text.of("chat.info.asked"), asked.format(message.createdAt())));
    facts.add(new AnswerFact(Text.of("chat.info.tokens"), tokens(message.usage())));
  }

  /// A provider may tell none, which is something else than 0.
  static String tokens(Usage usage) {
    return usage.equals(Usage.NONE)
        ? Text.of("chat.info.tokens.untold")
        : Text.of("chat.info.tokens.some", usage.input(), usage.output());
  }
}
