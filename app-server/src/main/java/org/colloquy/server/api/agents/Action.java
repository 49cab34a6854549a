package org.colloquy.server.api.agents;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// What FastAPI Users has words of its own for, should it fail.
enum Action {
  REGISTER("REGISTER_USER_ALREADY_EXISTS", "REGISTER_INVALID_PASSWORD", null),
  UPDATE("UPDATE_USER_EMAIL_ALREADY_EXISTS", "UPDATE_USER_INVALID_PASSWORD", null),
  RESET_PASSWORD(null, "RESET_PASSWORD_INVALID_PASSWORD", "RESET_PASSWORD_BAD_TOKEN"),
  VERIFY("VERIFY_USER_ALREADY_VERIFIED", null, "VERIFY_USER_BAD_TOKEN");

  private static final int BAD_REQUEST = 400;

  /// Said when something is in the way.
  private final @Nullable String taken;

  /// Said about a password that is not taken.
  private final @Nullable String badPassword;

  /// Said about a token that is not good (any more).
  private final @Nullable String badToken;

  Action(@Nullable String taken, @Nullable String badPassword, @Nullable String badToken) {
    this.taken = taken;
    this.badPassword = badPassword;
    this.badToken = badToken;
  }

  /// Does the work, and says its failures in these words. Others are thrown.
  void told(Exchange exchange, Runnable work) {
    try {
      work.run();
    } catch (ProblemException e) {
      var answer = answer(e.problem());
      if (answer == null) {
        throw e;
      }
      exchange.answer(answer);
    }
  }

  private @Nullable Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.Conflict _ when taken != null -> AgentsProblems.detail(BAD_REQUEST, taken);
      case Problem.NotSignedIn _ when badToken != null ->
          AgentsProblems.detail(BAD_REQUEST, badToken);
      case Problem.Invalid(var faults) when badPassword != null ->
          faults.stream()
              .filter(fault -> fault.field().equals("password"))
              .findFirst()
              .map(fault -> AgentsProblems.coded(badPassword, fault.why()))
              .orElse(null);
      case Problem.Conflict _,
          Problem.NotSignedIn _,
          Problem.Invalid _,
          Problem.NotFound _,
          Problem.NotAllowed _,
          Problem.Busy _,
          Problem.TooLarge _,
          Problem.RateLimited _,
          Problem.QuotaReached _,
          Problem.Upstream _,
          Problem.Unavailable _,
          Problem.Internal _ ->
          null;
    };
  }
}
