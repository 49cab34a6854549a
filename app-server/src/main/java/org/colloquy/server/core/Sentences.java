package org.colloquy.server.core;

import java.util.stream.Collectors;
import org.colloquy.model.Problem;

/// Says each problem in one plain English sentence.
public final class Sentences {
  private Sentences() {}

  public static String of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound(var what) -> "There is no such " + what + ".";
      case Problem.Invalid(var faults) ->
          faults.stream()
              .map(fault ->
                  fault.field().isEmpty() ? fault.why() : fault.field() + ": " + fault.why())
              .collect(Collectors.joining(" "));
      case Problem.NotSignedIn _ -> "You are not signed in.";
      case Problem.NotAllowed(var what) -> "You may not do this: " + what + ".";
      case Problem.Conflict(var what) -> "This " + what + " is taken already.";
      case Problem.Busy(var what) -> "Something else is still going on in this " + what + ".";
      case Problem.TooLarge(var limit) -> "That is too large: at most " + limit + " bytes.";
      case Problem.RateLimited(var wait) ->
          "Too many requests; try again in " + wait.toSeconds() + " seconds.";
      case Problem.QuotaReached(var what) -> "The budget for " + what + " is used up.";
      case Problem.Upstream(var provider, var fault, var status, _) ->
          provider + " " + of(fault) + (status == 0 ? "." : " (status " + status + ").");
      case Problem.Unavailable(var why) -> why;
      case Problem.Internal(var incident) ->
          "Something unplanned went wrong; the log has more under " + incident + ".";
    };
  }

  private static String of(Problem.UpstreamFault fault) {
    return switch (fault) {
      case WRONG_KEY -> "does not accept the key";
      case NO_KEY -> "wants a key and there is none";
      case NO_MODEL -> "does not know this model or address";
      case NO_CREDIT -> "says that there is no credit left";
      case RATE_LIMITED -> "is asked too often at the moment";
      case REFUSED -> "refused the request";
      case FAILED -> "failed";
      case UNREACHABLE -> "cannot be reached";
      case TLS -> "could not be reached over a secure connection";
      case TIMEOUT -> "was silent for too long";
      case CUT -> "broke off in the middle of the answer";
      case NONSENSE -> "sent something that is not an answer";
    };
  }
}
