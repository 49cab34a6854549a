package org.colloquy.desktop.ui.parts;

import java.util.stream.Collectors;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.Problem;

/// What a person reads about a failure.
///
/// @param sentence what happened, plainly
/// @param nextStep what to do about it
/// @param details the technical side, for those who look closer; may be empty
/// @param remedy what the program offers to do
public record FailureWords(String sentence, String nextStep, String details, Remedy remedy) {
  /// What would help most.
  public enum Remedy {
    RETRY,
    KEYS,
    MODEL,
    NONE
  }

  public static FailureWords of(Failure failure) {
    return switch (failure) {
      case Failure.NoAnswer(var detail) -> plain("no-answer", detail, Remedy.RETRY);
      case Failure.OtherAuthority(var expected, var shown) ->
          plain(
              "other-authority",
              Text.of("problem.other-authority.both", expected.text(), shown.text()),
              Remedy.NONE);
      case Failure.Told(var problem) -> of(problem);
    };
  }

  private static FailureWords of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound(var what) -> plain("not-found", what, Remedy.NONE);
      case Problem.Invalid invalid ->
          new FailureWords(Text.of("problem.invalid"), next(invalid), faults(invalid), Remedy.NONE);
      case Problem.NotSignedIn(var why) -> plain("not-signed-in", why.name(), Remedy.NONE);
      case Problem.NotAllowed(var what) -> plain("not-allowed", what, Remedy.NONE);
      case Problem.Conflict(var what) -> plain("conflict", what, Remedy.RETRY);
      case Problem.Busy(var what) -> plain("busy", what, Remedy.RETRY);
      case Problem.TooLarge(var limit) ->
          new FailureWords(
              Text.of("problem.too-large", Sizes.of(limit)),
              Text.of("problem.too-large.next"),
              "",
              Remedy.NONE);
      case Problem.RateLimited(var wait) ->
          new FailureWords(
              Text.of("problem.rate-limited"),
              Text.of("problem.rate-limited.next", Math.max(1, wait.toSeconds())),
              "",
              Remedy.RETRY);
      case Problem.QuotaReached(var what) -> plain("quota-reached", what, Remedy.NONE);
      case Problem.Upstream upstream -> of(upstream);
      case Problem.Unavailable(var why) ->
          new FailureWords(why, Text.of("problem.unavailable.next"), "", Remedy.RETRY);
      case Problem.Internal(var incident) ->
          new FailureWords(
              Text.of("problem.internal"),
              Text.of("problem.internal.next", incident),
              incident,
              Remedy.RETRY);
    };
  }

  private static FailureWords of(Problem.Upstream upstream) {
    var place =
        switch (upstream.fault()) {
          case WRONG_KEY -> "wrong-key";
          case NO_KEY -> "no-key";
          case NO_MODEL -> "no-model";
          case NO_CREDIT -> "no-credit";
          case RATE_LIMITED -> "rate-limited";
          case REFUSED -> "refused";
          case FAILED -> "failed";
          case UNREACHABLE -> "unreachable";
          case TLS -> "tls";
          case TIMEOUT -> "timeout";
          case CUT -> "cut";
          case NONSENSE -> "nonsense";
        };
    return new FailureWords(
        Text.of("problem.upstream." + place, upstream.provider()),
        Text.of("problem.upstream." + place + ".next", upstream.provider()),
        details(upstream),
        remedy(upstream.fault()));
  }

  private static Remedy remedy(Problem.UpstreamFault fault) {
    return switch (fault) {
      case WRONG_KEY, NO_KEY, UNREACHABLE, TLS, NONSENSE -> Remedy.KEYS;
      case NO_MODEL, NO_CREDIT, REFUSED -> Remedy.MODEL;
      case RATE_LIMITED, FAILED, TIMEOUT, CUT -> Remedy.RETRY;
    };
  }

  private static String details(Problem.Upstream upstream) {
    var status = upstream.status() == 0 ? "" : "HTTP " + upstream.status();
    return (status + "\n" + upstream.said()).strip();
  }

  /// What is wrong, where that is one thing.
  private static String next(Problem.Invalid invalid) {
    return invalid.faults().size() == 1
        ? invalid.faults().getFirst().why()
        : Text.of("problem.invalid.next");
  }

  private static String faults(Problem.Invalid invalid) {
    return invalid.faults().stream()
        .map(fault -> (fault.field() + ": " + fault.why()))
        .collect(Collectors.joining("\n"));
  }

  private static FailureWords plain(String place, String details, Remedy remedy) {
    return new FailureWords(
        Text.of("problem." + place), Text.of("problem." + place + ".next"), details, remedy);
  }
}
