package org.colloquy.server.core.memory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
public final class Memories implements AutoCloseable {
  /// The names of the tools that recall memories and make them.
  public static final Set<String> TOOLS = Set.of("recall_memory", "create_memory");

  /// The longest memory, in characters.
  public static final int LONGEST_MEMORY = 10_000;

  /// How many an account may have.
  public static final int MOST_MEMORIES = 10_000;

  private static final int LONGEST_QUERY = 10_000;
  private static final int MOST_RECALLED = 50;
  private static final int MOST_FITTING = 5;
  private static final int MOST_CHARACTERS = 4_000;

  private final MemoryStore store;
  private final Recollections recollections;
  private final InstantSource clock;
  private final Ids ids;

  public Memories(MemoryStore store, Recollections recollections, InstantSource clock, Ids ids) {
    this.store = store;
    this.recollections = recollections;
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

  /// The memories of an agent that fit a query best, best first. When fewer fit, the newest others
  /// follow: a fact may be told in other words than it is asked for.
  ///
  /// @param most how many, if there are as many; no more than 50 are recalled
  public List<Memory> recall(Caller caller, AgentId agent, String query, int most) {
    new Rules()
        .atMost(query, "query", LONGEST_QUERY)
        .expect(most >= 1, "most", "It must be at least 1.")
        .check();
    int limit = Math.min(most, MOST_RECALLED);
    var recollection = recollections.of(caller.account());
    var recalled =
        new LinkedHashSet<>(
            recollection.best(query, meaning(recollection, query), of(agent), limit));
    recollection.newestFirst().stream().filter(of(agent)).limit(limit).forEach(recalled::add);
    return recalled.stream().limit(limit).toList();
  }

  /// The few memories of an agent that surely fit what is asked, best first; often none.
  public List<Memory> fitting(Caller caller, AgentId agent, String question) {
    var asked = question.substring(0, Math.min(question.length(), LONGEST_QUERY));
    var recollection = recollections.of(caller.account());
    var fitting = new ArrayList<Memory>();
    int room = MOST_CHARACTERS;
    for (var memory :
        recollection.fitting(asked, meaning(recollection, asked), of(agent), MOST_FITTING)) {
      room -= memory.text().length();
      if (room >= 0) {
        fitting.add(memory);
      }
    }
    return fitting;
  }

  /// Notes that an answer is given with these.
  public void noteRecalled(Caller caller, MessageId answer, List<Memory> memories) {
    store.recalled(caller.account(), answer, memories.stream().map(Memory::id).toList());
  }

  private @Nullable Meaning meaning(Recollection recollection, String text) {
    return recollection.newestFirst().isEmpty() || text.isBlank()
        ? null
        : recollections.meaning(text);
  }

  private static Predicate<Memory> of(AgentId agent) {
    return memory -> memory.agent() == null || agent.equals(memory.agent());
  }

  /// The memories that fit a query, best first; no more than 50.
  public List<Memory> search(Caller caller, String query) {
    new Rules().atMost(query, "query", LONGEST_QUERY).check();
    return recollections
        .of(caller.account())
        .best(query, recollections.meaning(query), _ -> true, MOST_RECALLED);
  }

  /// Which memories the answers of a conversation were given with, as they are now.
  ///
  /// @param from the number of the first message that is looked at; 0 for all of them
  public Map<MessageId, List<Memory>> recalled(
      Caller caller, ConversationId conversation, long from) {
    return store
        .recalled(caller.account(), conversation, from)
        .orElseThrow(Memories::noConversation);
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

  /// Ends its work in the background.
  @Override
  public void close() {
    recollections.close();
  }

  private static ProblemException noConversation() {
    return new ProblemException(new Problem.NotFound("conversation"));
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("memory"));
  }
}
