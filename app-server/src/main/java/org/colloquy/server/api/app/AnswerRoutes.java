package org.colloquy.server.api.app;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Usage;
import org.colloquy.server.core.answer.AnswerDetail;
import org.colloquy.server.core.answer.AnswerDetails;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/conversations/{id}/answers/{answer}`: how answers came about.
public final class AnswerRoutes {
  private final AnswerDetails details;

  public AnswerRoutes(AnswerDetails details) {
    this.details = details;
  }

  void addTo(PathTable paths) {
    paths.signedIn("GET", "/api/conversations/{id}/answers/{answer}", Scope.READ, this::show);
  }

  private void show(Caller caller, Exchange exchange) {
    var conversation = new ConversationId(exchange.id("id", "conversation"));
    var answer = new MessageId(exchange.id("answer", "answer"));
    exchange.reply(AnswerJson.of(details.of(caller, conversation, answer)));
  }

  /// @param cost in millionths of the currency
  record AnswerJson(
      UUID message,
      @Nullable ModelUsed model,
      Instant askedAt,
      @Nullable TimesJson times,
      TokensJson tokens,
      @Nullable Long cost,
      String currency,
      @Nullable AskedJson asked) {
    static AnswerJson of(AnswerDetail detail) {
      var usage = detail.usage();
      return new AnswerJson(
          detail.answer().id().value(),
          detail.answer().usedModel(),
          detail.askedAt(),
          TimesJson.of(detail.times()),
          TokensJson.of(usage, detail.estimated()),
          detail.cost(),
          ModelPrice.CURRENCY,
          AskedJson.of(detail.asked()));
    }
  }

  record TokensJson(
      int input, int output, int cached, int cacheWritten, int reasoning, boolean estimated) {
    static TokensJson of(Usage usage, boolean estimated) {
      return new TokensJson(
          usage.input(),
          usage.output(),
          usage.cached(),
          usage.cacheWritten(),
          usage.reasoning(),
          estimated);
    }
  }

  /// Times in milliseconds.
  record TimesJson(@Nullable Long firstWord, long whole, @Nullable Double tokensPerSecond) {
    static @Nullable TimesJson of(AnswerDetail.@Nullable Times times) {
      return times == null
          ? null
          : new TimesJson(
              millis(times.firstWord()), times.whole().toMillis(), times.tokensPerSecond());
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
      return duration == null ? null : duration.toMillis();
    }
  }

  /// @param agent its name; null for none
  record AskedJson(@Nullable String agent, ParametersJson parameters) {
    static @Nullable AskedJson of(AnswerDetail.@Nullable Asked asked) {
      return asked == null
          ? null
          : new AskedJson(
              asked.agent().isEmpty() ? null : asked.agent(),
              ParametersJson.of(asked.parameters()));
    }
  }
}
