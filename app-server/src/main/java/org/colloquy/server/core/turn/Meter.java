package org.colloquy.server.core.turn;

import java.util.Objects;
import org.colloquy.model.ModelFacts;
import org.colloquy.server.core.quota.Need;
import org.colloquy.server.core.quota.Reservation;
import org.colloquy.server.core.quota.Reservations;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.Spent;
import org.colloquy.server.core.usage.TokenCounter;
import org.colloquy.server.core.usage.Usages;
import org.jspecify.annotations.Nullable;

/// Lets nobody ask for more than their quotas, and notes what was taken. Where no quota counts,
/// nothing is written before an answer, and nobody waits for what is written after it.
public final class Meter {
  /// The longest answer of a model of which nothing is known, in tokens.
  static final int UNKNOWN_ANSWER = 8_192;

  private final Usages usages;
  private final Reservations reservations;
  private final ContextBudget budget;

  public Meter(Usages usages, Reservations reservations, TokenCounter counter) {
    this.usages = usages;
    this.reservations = reservations;
    this.budget = new ContextBudget(counter);
  }

  /// The same model, metered.
  ChatModel around(ChatModel model, ModelCall call, ModelFacts facts) {
    return new MeteredChatModel(model, call, facts, this);
  }

  /// Sets aside what an answer can take.
  ///
  /// @throws org.colloquy.model.ProblemException QuotaReached when no useful answer fits
  Allowance allow(ModelCall call, ModelFacts facts, Prompt prompt) {
    if (!reservations.areNeeded(call)) {
      return new Allowance(prompt, null, 0);
    }
    var need = need(facts, prompt);
    var reserved = reservations.reserve(call, need);
    if (reserved.isEmpty()) {
      return new Allowance(prompt, null, 0);
    }
    int output = reserved.get().granted().output();
    boolean bounds = facts.longestAnswer() == null || output < facts.longestAnswer();
    return new Allowance(
        bounds ? prompt.with(prompt.parameters().answering(output)) : prompt,
        reserved.get(),
        output < need.output() ? output : 0);
  }

  /// Notes what an answer took.
  ///
  /// @param reserved null when nothing was set aside
  void note(ModelCall call, @Nullable Reservation reserved, Spent spent) {
    if (reserved == null) {
      usages.note(call, spent);
    } else {
      reservations.settle(reserved, spent);
    }
  }

  /// Gives back what was set aside for an answer that took nothing.
  void release(@Nullable Reservation reserved) {
    if (reserved != null) {
      reservations.release(reserved);
    }
  }

  /// More than the prompt has by our own count: other models cut texts in other ways.
  private Need need(ModelFacts facts, Prompt prompt) {
    long counted = budget.tokens(prompt);
    int input = (int) Math.min(counted + counted / 4, Integer.MAX_VALUE);
    return new Need(input, longest(facts, prompt, input));
  }

  private static int longest(ModelFacts facts, Prompt prompt, int input) {
    var wanted = prompt.parameters().maxTokens();
    int known = Objects.requireNonNullElse(facts.longestAnswer(), UNKNOWN_ANSWER);
    int most = wanted == null ? known : Math.min(wanted, known);
    return facts.contextWindow() == null
        ? most
        : Math.min(most, Math.max(1, facts.contextWindow() - input));
  }
}
