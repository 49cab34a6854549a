package org.colloquy.server.core.quota;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// Finds out how much of a call fits into all quotas that count for it. Pure.
final class Fit {
  /// The shortest answer that is worth asking for, in tokens.
  static final int USEFUL = 300;

  private static final long MILLION = 1_000_000;

  private final Need need;
  private final @Nullable ModelPrice price;

  /// @param price null when it is not known; then only tokens count
  Fit(Need need, @Nullable ModelPrice price) {
    this.need = need;
    this.price = price;
  }

  /// What is in the way of an answer.
  ///
  /// @param what in words
  /// @param output how many tokens of an answer fit; negative when not even the prompt does
  private record Bound(String what, long output) {}

  /// What may be taken: the need, or one with a shorter answer.
  ///
  /// @throws ProblemException QuotaReached when no useful answer fits
  Need into(List<Standing> standings) {
    var tightest = new Bound("", need.output());
    for (var bound : bounds(standings)) {
      if (bound.output < tightest.output) {
        tightest = bound;
      }
    }
    if (tightest.output < Math.min(need.output(), USEFUL)) {
      throw new ProblemException(new Problem.QuotaReached(tightest.what));
    }
    return new Need(need.input(), (int) tightest.output);
  }

  /// What all of it costs at most, in millionths of a US dollar; 0 when no price is known.
  long cost(Need granted) {
    if (price == null) {
      return 0;
    }
    long exact = granted.input() * price.dearestInput() + granted.output() * price.output();
    return Math.ceilDiv(exact, MILLION);
  }

  private List<Bound> bounds(List<Standing> standings) {
    var bounds = new ArrayList<Bound>();
    for (var standing : standings) {
      var most = standing.quota().most();
      var used = standing.used();
      var whose = whose(standing.quota().of());
      long tokens = standing.reserved().tokens();
      long cost = standing.reserved().cost();
      ofTokens(most.tokensPerDay(), used.tokensToday() + tokens, whose + "tokens today", bounds);
      ofTokens(
          most.tokensPerMonth(),
          used.tokensThisMonth() + tokens,
          whose + "tokens this month",
          bounds);
      ofCost(most.costPerDay(), used.costToday() + cost, whose + "costs today", bounds);
      ofCost(most.costPerMonth(), used.costThisMonth() + cost, whose + "costs this month", bounds);
    }
    return bounds;
  }

  private static String whose(QuotaHolder of) {
    return of instanceof QuotaHolder.Group ? "your group's " : "";
  }

  private void ofTokens(@Nullable Long most, long taken, String what, List<Bound> bounds) {
    if (most != null) {
      bounds.add(new Bound(what, most - taken - need.input()));
    }
  }

  private void ofCost(@Nullable Long most, long taken, String what, List<Bound> bounds) {
    if (most == null || price == null) {
      return;
    }
    long left = (most - taken) * MILLION - need.input() * price.dearestInput();
    if (left < 0) {
      bounds.add(new Bound(what, -1));
    } else if (price.output() > 0) {
      bounds.add(new Bound(what, left / price.output()));
    }
  }
}
