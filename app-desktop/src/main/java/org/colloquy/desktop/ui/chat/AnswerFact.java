package org.colloquy.desktop.ui.chat;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.desktop.client.AnswerDetail;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Money;
import org.colloquy.model.Message;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// Something that is known of how an answer came about, in words.
record AnswerFact(String name, String value) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);
  private static final int DIGITS = 6;
  private static final double SECOND = 1000;

  /// What the answer itself says.
  static List<AnswerFact> of(Message answer) {
    return of(
        new AnswerDetail(
            answer.usedModel(), answer.createdAt(), null, answer.usage(), false, null, null));
  }

  /// All that the server tells of it.
  static List<AnswerFact> of(AnswerDetail detail) {
    var facts = new ArrayList<AnswerFact>();
    addModel(facts, detail.model());
    var asked = detail.asked();
    if (asked != null) {
      var agent = asked.agent();
      add(facts, "chat.info.agent", agent == null ? Text.of("chat.info.agent.none") : agent);
      add(facts, "chat.info.parameters", parameters(asked.parameters()));
    }
    var tokens = tokens(detail.usage());
    add(
        facts,
        "chat.info.tokens",
        detail.estimated() ? Text.of("chat.info.tokens.counted", tokens) : tokens);
    addParts(facts, detail.usage());
    var cost = detail.cost();
    if (cost != null) {
      add(facts, "chat.info.cost", Money.of(cost, DIGITS));
    }
    add(facts, "chat.info.asked", time(detail.askedAt()));
    addTimes(facts, detail.times());
    return facts;
  }

  private static void addModel(List<AnswerFact> facts, @Nullable ModelUsed used) {
    if (used != null) {
      add(facts, "chat.info.model", used.model());
      add(facts, "chat.info.provider", used.provider());
    }
  }

  private static void addParts(List<AnswerFact> facts, Usage usage) {
    addPart(facts, "chat.info.tokens.cached", usage.cached());
    addPart(facts, "chat.info.tokens.written", usage.cacheWritten());
    addPart(facts, "chat.info.tokens.reasoning", usage.reasoning());
  }

  private static void addPart(List<AnswerFact> facts, String key, int tokens) {
    if (tokens > 0) {
      add(facts, key, NumberFormat.getIntegerInstance(Locale.getDefault()).format(tokens));
    }
  }

  private static void addTimes(List<AnswerFact> facts, AnswerDetail.@Nullable Times times) {
    if (times == null) {
      return;
    }
    var first = times.firstWord();
    if (first != null) {
      add(facts, "chat.info.first", duration(first));
    }
    add(facts, "chat.info.whole", duration(times.whole()));
    var speed = times.tokensPerSecond();
    if (speed != null) {
      add(facts, "chat.info.speed", Text.of("chat.info.speed.tokens", speed));
    }
  }

  private static void add(List<AnswerFact> facts, String key, String value) {
    facts.add(new AnswerFact(Text.of(key), value));
  }

  private static String time(Instant at) {
    return TIME.withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault()).format(at);
  }

  private static String duration(Duration duration) {
    return duration.toMinutes() == 0
        ? Text.of("chat.info.seconds", duration.toMillis() / SECOND)
        : Text.of("chat.info.minutes", duration.toMinutes(), duration.toSecondsPart());
  }

  /// A provider may tell none, which is something else than 0.
  static String tokens(Usage usage) {
    return usage.equals(Usage.NONE)
        ? Text.of("chat.info.tokens.untold")
        : Text.of("chat.info.tokens.some", usage.input(), usage.output());
  }

  private static String parameters(ModelParameters parameters) {
    var said = new ArrayList<String>();
    say(said, "chat.info.parameters.temperature", parameters.temperature());
    say(said, "chat.info.parameters.top-p", parameters.topP());
    say(said, "chat.info.parameters.max-tokens", parameters.maxTokens());
    // As it is: a seed is no number that one counts with.
    say(
        said,
        "chat.info.parameters.seed",
        parameters.seed() == null ? null : String.valueOf(parameters.seed()));
    say(
        said,
        "chat.info.parameters.stop",
        parameters.stop().isEmpty() ? null : String.join(", ", parameters.stop()));
    say(said, "chat.info.parameters.format", format(parameters.format()));
    return said.isEmpty() ? Text.of("chat.info.parameters.none") : String.join(" · ", said);
  }

  private static void say(List<String> said, String key, @Nullable Object value) {
    if (value != null) {
      said.add(Text.of(key, value));
    }
  }

  private static @Nullable String format(@Nullable ResponseFormat format) {
    return switch (format) {
      case null -> null;
      case ResponseFormat.Text _ -> Text.of("chat.info.format.text");
      case ResponseFormat.Json _ -> "JSON";
      case ResponseFormat.JsonSchema(var name, _) -> "JSON (" + name + ")";
    };
  }
}
