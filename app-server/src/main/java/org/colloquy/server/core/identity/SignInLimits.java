package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.WrongTryStore.Subject;

/// Slows down who guesses passwords or invitations, and nobody else.
///
/// Wrong tries at an account are counted apart for every place it signed in from before, and
/// together for all others: strangers make only strangers wait. Tries from one place are counted
/// whatever they try. Nothing is counted that has to wait.
///
/// A try counts as a wrong one until it is known to be right. So many at once get no more of them,
/// at however many servers.
public final class SignInLimits {
  static final int FREE_TRIES = 5;
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  static final int FROM_ONE_PLACE = 20;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int LONGEST_POWER = 10;

  private final WrongTryStore store;
  private final SecretMaker secrets;
  private final String guessed;
  private final InstantSource clock;

  private SignInLimits(
      WrongTryStore store, SecretMaker secrets, String guessed, InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.guessed = guessed;
    this.clock = clock;
  }

  /// Limits for who guesses passwords.
  public static SignInLimits ofPasswords(
      WrongTryStore store, SecretMaker secrets, InstantSource clock) {
    return new SignInLimits(store, secrets, "password", clock);
  }

  /// Limits for who guesses invitations, which are counted apart from passwords.
  public static SignInLimits ofInvitations(
      WrongTryStore store, SecretMaker secrets, InstantSource clock) {
    return new SignInLimits(store, secrets, "invitation", clock);
  }

  /// Somebody who tries to sign in.
  ///
  /// @param who the account, or the name when nobody has it
  /// @param known whether the account signed in from this place before
  record Try(String who, Place place, boolean known) {}

  /// What a try is counted at, and from where.
  private record Subjects(Subject target, Subject place) {
    List<Subject> both() {
      return List.of(target, place);
    }
  }

  private Subjects subjects(Try attempt) {
    var from = attempt.place().name();
    var target = attempt.who() + "\n" + (attempt.known() ? "from " + from : "from elsewhere");
    return new Subjects(subject("target", target), subject("place", from));
  }

  /// Neither names nor addresses are written down.
  private Subject subject(String what, String name) {
    var kind = guessed + " " + what;
    return new Subject(kind, secrets.hash(kind + "\n" + name));
  }

  /// Makes sure that this may be tried now.
  ///
  /// @throws ProblemException RateLimited when it has to wait
  void check(Try attempt) {
    var now = clock.instant();
    var subjects = subjects(attempt);
    var found = store.find(subjects.both());
    var current = current(found, now);
    if (!current.equals(found)) {
      store.change(subjects.both(), kept -> current(kept, now));
    }
    letThrough(subjects, current, now);
  }

  /// Counts a try as a wrong one before it is known what it is.
  ///
  /// @throws ProblemException RateLimited when it has to wait, and then it is not counted
  void begin(Try attempt) {
    check(attempt); // so that who has to wait anyway holds nobody up
    var now = clock.instant();
    var subjects = subjects(attempt);
    store.change(
        subjects.both(),
        kept -> {
          var counts = current(kept, now);
          letThrough(subjects, counts, now);
          int target = count(counts, subjects.target());
          counts.put(subjects.target(), new WrongTries(target + 1, now, now.plus(MEMORY)));
          counts.merge(
              subjects.place(),
              new WrongTries(1, now, now.plus(WINDOW)),
              (before, one) ->
                  new WrongTries(
                      before.count() + one.count(), before.since(), before.forgottenAt()));
          return counts;
        });
  }

  /// The try was right after all. Forgets the wrong ones at this account from there, but not the
  /// others from there.
  void succeeded(Try attempt) {
    var now = clock.instant();
    var subjects = subjects(attempt);
    store.change(
        subjects.both(),
        kept -> {
          var counts = current(kept, now);
          counts.remove(subjects.target());
          counts.computeIfPresent(
              subjects.place(),
              (_, all) ->
                  all.count() == 1
                      ? null
                      : new WrongTries(all.count() - 1, all.since(), all.forgottenAt()));
          return counts;
        });
  }

  private static Map<Subject, WrongTries> current(Map<Subject, WrongTries> kept, Instant now) {
    var current = new HashMap<>(kept);
    current.values().removeIf(tries -> tries.areForgotten(now));
    current.replaceAll((_, tries) -> tries.notAfter(now));
    return current;
  }

  private static int count(Map<Subject, WrongTries> counts, Subject subject) {
    var tries = counts.get(subject);
    return tries == null ? 0 : tries.count();
  }

  private static void letThrough(Subjects subjects, Map<Subject, WrongTries> counts, Instant now) {
    var until = now;
    var target = counts.get(subjects.target());
    if (target != null && target.count() >= FREE_TRIES) {
      until = target.since().plus(pause(target.count()));
    }
    var place = counts.get(subjects.place());
    if (place != null && place.count() >= FROM_ONE_PLACE) {
      until = later(until, place.forgottenAt());
    }
    if (until.isAfter(now)) {
      throw new ProblemException(new Problem.RateLimited(wholeSeconds(now, until)));
    }
  }

  private static Duration pause(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, LONGEST_POWER));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration wholeSeconds(Instant from, Instant until) {
    return Duration.ofSeconds(Duration.between(from, until).plusNanos(999_999_999).toSeconds());
  }
}
