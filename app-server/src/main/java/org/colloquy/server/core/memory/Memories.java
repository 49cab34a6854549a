package org.colloquy.server.core.memory;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AgentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// What people want remembered across conversations. Other people's is not found.
public final class Memories {
  /// The longest memory, in characters.
  public static final int LONGEST_MEMORY = 10_000;

  /// How many an account may have.
  public static final int MOST_MEMORIES = 10_000;

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
    return create(caller, text, null);
  }

  /// Remembers a fact for one agent.
  ///
  /// @param agent null for all agents
  public Memory create(Caller caller, String text, @Nullable AgentId agent) {
    new Rules().filled(text, "text", LONGEST_MEMORY).check();
    return store.add(
        new MemoryStore.NewMemory(
            new MemoryId(ids.next()), caller.account(), agent, text.strip(), clock.instant()),
        MOST_MEMORIES);
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

  /// The memories that fit a query, best first; no more than 50.
  public List<Memory> search(Caller caller, String query) {
    new Rules().atMost(query, "query", LONGEST_QUERY).check();
    return ranking.best(store.of(caller.account()).reversed(), query, MOST_RECALLED);
  }

  /// Which memories the answers of a conversation were given with, as they are now.
  public Map<MessageId, List<Memory>> recalled(Caller caller, ConversationId conversation) {
    return store.recalled(caller.account(), conversation).orElseThrow(Memories::noConversation);
  }

  /// All of them, oldest first.
  public List<Memory> all(Caller caller) {
    return store.of(caller.account());
  }

  public Memory get(Caller caller, MemoryId id) {
    return store.find(caller.account(), id).orElseThrow(Memories::notFound);
  }

  /// Makes a memory something else.
  ///
  /// @param agent the only agent that recalls it; null for all of them
  public Memory change(Caller caller, MemoryId id, String text, @Nullable AgentId agent) {
    new Rules().filled(text, "text", LONGEST_MEMORY).check();
    return store
        .change(
            new MemoryStore.NewMemory(id, caller.account(), agent, text.strip(), clock.instant()))
        .orElseThrow(Memories::notFound);
  }

  /// Lets memories be recalled and made in a conversation.
  public void switchOn(Caller caller, ConversationId conversation) {
    use(caller, conversation, true);
  }

  /// Keeps a conversation from memories: none is recalled in it, and none is made.
  public void switchOff(Caller caller, ConversationId conversation) {
    use(caller, conversation, false);
  }

  private void use(Caller caller, ConversationId conversation, boolean on) {
    if (!store.use(caller.account(), conversation, on)) {
      throw noConversation();
    }
  }

  /// Forgets one for good.
  public void remove(Caller caller, MemoryId id) {
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
  }

  private static ProblemException noConversation() {
    return new ProblemException(new Problem.NotFound("conversation"));
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("memory"));
  }
}
