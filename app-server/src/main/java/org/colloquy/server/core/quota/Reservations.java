package org.colloquy.server.core.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Usage;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.NewUse;
import org.colloquy.server.core.usage.Spent;
import org.colloquy.server.core.usage.TokenCounter;
import org.colloquy.server.core.usage.Usages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets aside the most that a call of a model can take before it is made, so that a quota is not
/// exceeded by many calls at once, from however many servers.
public final class Reservations {
  /// How long a reservation is held when nobody settles it.
  public static final Duration LONGEST = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);

  private final ReservationStore store;
  private final Usages usages;
  private final TokenCounter counter;
  private final InstantSource clock;
  private final Ids ids;

  public Reservations(
      ReservationStore store, Usages usages, TokenCounter counter, InstantSource clock, Ids ids) {
    this.store = store;
    this.usages = usages;
    this.counter = counter;
    this.clock = clock;
    this.ids = ids;
  }

  /// Whether any quota counts for the account of a call.
  public boolean areNeeded(ModelCall call) {
    return store.isLimited(call.account());
  }

  /// Sets aside what a call can take at most.
  ///
  /// @return what was set aside, maybe for a shorter answer; empty when no quota counts
  /// @throws ProblemException QuotaReached when no useful answer fits
  public Optional<Reservation> reserve(ModelCall call, Need need) {
    try {
      return tried(call, need);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.QuotaReached) || takeUp() == 0) {
        throw e;
      }
      return tried(call, need);
    }
  }

  private Optional<Reservation> tried(ModelCall call, Need need) {
    var now = clock.instant();
    var fit = new Fit(need, call.price());
    return store.reserve(
        call.account(),
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        standings -> {
          var granted = fit.into(standings);
          return new Reservation(ids.next(), call, granted, fit.cost(granted), now.plus(LONGEST));
        });
  }

  /// Notes what a call took, in the place of what was set aside for it. The answer is not lost when
  /// this cannot be written down.
  public void settle(Reservation reservation, Spent spent) {
    try {
      store.settle(reservation, usages.measured(reservation.call(), spent));
    } catch (RuntimeException e) {
      LOG.warn("what an answer took could not be written down", e);
    }
  }

  /// Gives back what was set aside for a call that took nothing.
  public void release(Reservation reservation) {
    try {
      store.release(reservation.id());
    } catch (RuntimeException e) {
      LOG.warn("what was reserved for an answer could not be given back", e);
    }
  }

  /// Settles what a program left behind that was ended in the middle of calls, before anything is
  /// asked.
  ///
  /// @return how many there were
  public int begin() {
    return settleLeft(store.leftAtStart(clock.instant()));
  }

  /// Settles what is held no more, as when another server has ended.
  ///
  /// @return how many there were
  public int takeUp() {
    return settleLeft(store.left(clock.instant()));
  }

  /// By what is known: the prompt, which was sent, and what was kept of the answer.
  private int settleLeft(List<Reservation> left) {
    for (var reservation : left) {
      var granted = reservation.granted();
      var answer = reservation.call().answer();
      var kept = answer == null ? "" : store.keptOf(answer);
      int output = kept.isEmpty() ? 0 : Math.min(counter.count(kept), granted.output());
      var usage = new Usage(granted.input(), output);
      store.settleLeft(
          reservation, new NewUse(reservation.call(), usage, true, asked(reservation)));
    }
    return left.size();
  }

  /// It counts for the day on which it was asked, not for the one on which that was found out.
  private static Instant asked(Reservation reservation) {
    return reservation.heldUntil().minus(LONGEST);
  }
}
