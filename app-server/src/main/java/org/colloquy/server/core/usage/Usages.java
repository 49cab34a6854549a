package org.colloquy.server.core.usage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.model.AccountId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Usage;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What asking models took, and what it cost.
public final class Usages implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Usages.class);

  private final UsageStore store;
  private final TokenCounter counter;
  private final InstantSource clock;
  private final Set<Thread> writing = ConcurrentHashMap.newKeySet();

  public Usages(UsageStore store, TokenCounter counter, InstantSource clock) {
    this.store = store;
    this.counter = counter;
    this.clock = clock;
  }

  /// Notes a call that has ended. Returns at once: an answer waits neither for the counting nor for
  /// the disk, and is not lost when this cannot be written down.
  public void note(ModelCall call, Spent spent) {
    var at = clock.instant();
    var writer = Thread.ofVirtual().name("usage").unstarted(() -> write(call, spent, at));
    writing.add(writer);
    writer.start();
  }

  private void write(ModelCall call, Spent spent, Instant at) {
    try {
      store.add(use(call, spent, at));
    } catch (RuntimeException e) {
      LOG.warn("what an answer took could not be written down", e);
    } finally {
      writing.remove(Thread.currentThread());
    }
  }

  /// What a call took that ends now, counted where the provider told nothing.
  public NewUse measured(ModelCall call, Spent spent) {
    return use(call, spent, clock.instant());
  }

  private NewUse use(ModelCall call, Spent spent, Instant at) {
    return switch (spent) {
      case Spent.Told(var usage) -> new NewUse(call, usage, false, at);
      case Spent.Untold untold -> new NewUse(call, estimated(untold), true, at);
    };
  }

  private Usage estimated(Spent.Untold untold) {
    int input = untold.asked().stream().mapToInt(counter::count).sum();
    return new Usage(input + untold.pictures(), counter.count(untold.answered()));
  }

  /// The caller's own usage, what was used last first; by key, also what others took with keys that
  /// the caller shares; by account, everybody's.
  public List<UsageSum> sums(Caller caller, UsageBy by, Days days) {
    awaitNoted();
    return switch (by) {
      case DAY, MODEL, KEY, CONVERSATION -> store.sums(caller.account(), by, days);
      case ACCOUNT -> everybodys(caller, null, by, days);
    };
  }

  /// Everybody's usage, what was used last first. Of conversations and keys nothing is told: they
  /// are each person's own.
  ///
  /// @param only of this account alone; null for all of them
  public List<UsageSum> everybodys(Caller caller, @Nullable AccountId only, UsageBy by, Days days) {
    caller.require(Scope.ADMIN);
    new Rules()
        .expect(
            by != UsageBy.KEY && by != UsageBy.CONVERSATION,
            "by",
            "Everybody's is summed up by day, model or account.")
        .check();
    awaitNoted();
    return only == null ? store.sums(by, days) : store.sums(only, by, days);
  }

  /// What the caller's own calls took whose answers are kept in these messages, all in one sum;
  /// empty when there was none.
  public Optional<UsageSum> ofAnswers(Caller caller, List<MessageId> answers) {
    awaitNoted();
    return store.ofAnswers(caller.account(), answers);
  }

  /// What was noted so far is in the store afterwards.
  public void awaitNoted() {
    try {
      for (var writer : writing) {
        writer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    awaitNoted();
  }
}
