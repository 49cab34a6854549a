package org.colloquy.server.core.quota;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.jspecify.annotations.Nullable;

/// How much accounts and groups may ask of models. Whoever manages accounts says so.
public final class Quotas {
  /// The most that a quota can be.
  public static final long LARGEST = 1_000_000_000_000L;

  private final QuotaStore store;
  private final Audit audit;
  private final InstantSource clock;

  public Quotas(QuotaStore store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// All of them and how far they are used: everybody's first, of whose use nothing is told,
  /// because it counts for each account apart; then those of accounts and of groups.
  public List<Standing> all(Caller caller) {
    caller.require(Scope.ADMIN);
    return store.all(today());
  }

  /// Those that count for the caller, and how far they are used.
  public List<Standing> mine(Caller caller) {
    return store.counting(caller.account(), today());
  }

  /// Sets a quota, from the next question on; one that limits nothing is removed.
  ///
  /// @throws ProblemException NotFound when there is no such account or group
  public Standing put(Caller caller, Quota quota) {
    caller.require(Scope.ADMIN);
    caller.requirePerson();
    check(quota.most());
    if (quota.most().isEmpty()) {
      store.remove(quota.of());
    } else if (!store.put(quota)) {
      throw new ProblemException(new Problem.NotFound("account or group"));
    }
    audit.note(caller.did(Action.QUOTA_CHANGED, object(quota.of())));
    return store.standing(quota, today());
  }

  private static void check(QuotaLimits most) {
    var rules = new Rules();
    atLeastZero(most.tokensPerDay(), "tokensPerDay", rules);
    atLeastZero(most.tokensPerMonth(), "tokensPerMonth", rules);
    atLeastZero(most.costPerDay(), "costPerDay", rules);
    atLeastZero(most.costPerMonth(), "costPerMonth", rules);
    rules.check();
  }

  private static void atLeastZero(@Nullable Long most, String field, Rules rules) {
    rules.expect(
        most == null || (most >= 0 && most <= LARGEST),
        field,
        "This must be from 0 to " + LARGEST + ".");
  }

  private static String object(QuotaHolder of) {
    return switch (of) {
      case QuotaHolder.One(var account) -> account.toString();
      case QuotaHolder.Group(var group) -> group.toString();
      case QuotaHolder.Everybody() -> "everybody";
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
