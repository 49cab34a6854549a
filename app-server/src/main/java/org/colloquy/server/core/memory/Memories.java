package org.colloquy.server.core.memory;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;

/// What people want remembered across conversations. Other people's is not found.
public final class Memories {
  /// The longest memory, in characters.
  public static final int LONGEST_MEMORY = 10_000;

  private static final int LONGEST_QUERY = 10_000;
  private static final int MOST_RECALLED = 50;

  private final MemoryStore store;
  private final MemoryRanking ranking;
  private final InstantSource clock;
  private final Ids ids;

  public Memories(MemoryStore store, MemoryRanking ranking, InstantSource clock, Ids ids) {
    this.store = store;
    this.ranking = ranking;
    this.clock = clock;
    this.ids = ids;
  }

  /// Remembers a fact.
  public Memory create(Caller caller, String text) {
    new Rules().filled(text, "text", LONGEST_MEMORY).check();
    return store.add(
        new MemoryStore.NewMemory(
            new MemoryId(ids.next()), caller.account(), text.strip(), clock.instant()));
  }

  /// The memories that fit a query best, best first. When fewer fit, the newest others follow: a
  /// fact may be told in other words than it is asked for.
  ///
  /// @param most how many, if there are as many; no more than 50 are recalled
  public List<Memory> recall(Caller caller, String query, int most) {
    new Rules()
        .atMost(query, "query", LONGEST_QUERY)
        .expect(most >= 1, "most", "It must be at least 1.")
        .check();
    int limit = Math.min(most, MOST_RECALLED);
    var newestFirst = store.of(caller.account()).reversed();
    var recalled = new LinkedHashSet<>(ranking.best(newestFirst, query, limit));
    recalled.addAll(newestFirst);
    return recalled.stream().limit(limit).toList();
  }

  /// All of them, oldest first.
  public List<Memory> all(Caller caller) {
    return store.of(caller.account());
  }

  /// Forgets one for good.
  public void remove(Caller caller, MemoryId id) {
    if (!store.remove(caller.account(), id)) {
      throw new ProblemException(new Problem.NotFound("memory"));
    }
  }
}
