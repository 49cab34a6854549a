package org.colloquy.server.core.agent;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// The agents that a person can choose: those that everybody has, which stay as they are, and the
/// person's own. Other people's are not found.
public final class Agents {
  /// How much an agent's documents may have together, in characters: every question carries them.
  public static final int LARGEST_DOCUMENTS = 100_000;

  private static final int MOST_AGENTS = 200;

  /// As many of the built-in ones make up the team that one of the outside APIs was made for.
  private static final int TEAM = 5;

  private final AgentStore store;
  private final AgentFile file;
  private final BiPredicate<Caller, String> toolIsHere;
  private final InstantSource clock;
  private final Ids ids;
  private final List<Agent> builtIn;

  /// @param toolIsHere whether there is a tool of this name for this caller
  public Agents(
      AgentStore store,
      AgentFile file,
      BiPredicate<Caller, String> toolIsHere,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.file = file;
    this.toolIsHere = toolIsHere;
    this.clock = clock;
    this.ids = ids;
    this.builtIn = BuiltInAgents.read(file);
  }

  /// All of them: first those that everybody has, then the caller's, oldest first.
  public List<Agent> all(Caller caller) {
    return Stream.concat(builtIn.stream(), store.of(caller.account()).stream()).toList();
  }

  /// The built-in team, then the caller's own.
  public List<Agent> team(Caller caller) {
    return Stream.concat(builtIn.stream().limit(TEAM), store.of(caller.account()).stream())
        .toList();
  }

  /// The one that answers when none is chosen of the team.
  public Agent usual() {
    return builtIn.getFirst();
  }

  /// The built-in agent of this name.
  public Agent builtIn(String name) {
    return builtIn.stream().filter(agent -> agent.name().equals(name)).findFirst().orElseThrow();
  }

  /// The agent of this name, whatever the case; a built-in one before the caller's.
  public Optional<Agent> find(Caller caller, String name) {
    return all(caller).stream()
        .filter(agent -> agent.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  public Agent get(Caller caller, AgentId id) {
    return found(caller, id).orElseThrow(Agents::notFound);
  }

  /// The agent that answered last in a conversation, if there was one and it is still there.
  public Optional<Agent> last(Caller caller, @Nullable AgentId id) {
    return id == null ? Optional.empty() : found(caller, id);
  }

  /// Those of an agent's tools that are not here.
  public List<String> missingTools(Caller caller, Agent agent) {
    return agent.tools().stream().filter(tool -> !toolIsHere.test(caller, tool)).toList();
  }

  public Agent create(Caller caller, AgentPreset preset) {
    AgentRules.check(preset);
    if (store.of(caller.account()).size() >= MOST_AGENTS) {
      throw new ProblemException(new Problem.QuotaReached("agents"));
    }
    return store.add(
        new AgentStore.NewAgent(
            new AgentId(ids.next()), caller.account(), preset, clock.instant()));
  }

  /// Makes one of the caller's agents something else.
  public Agent change(Caller caller, AgentId id, AgentPreset preset) {
    own(caller, id);
    AgentRules.check(preset);
    return store.change(caller.account(), id, preset).orElseThrow(Agents::notFound);
  }

  /// Makes an agent of the caller's that is like this one.
  public Agent duplicate(Caller caller, AgentId id) {
    var original = get(caller, id).preset();
    return create(caller, original.named(copyName(caller, original.name())));
  }

  /// Removes one of the caller's agents. Conversations with it go on without an agent.
  public void remove(Caller caller, AgentId id) {
    own(caller, id);
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
  }

  /// The agent as a text that another Colloquy can read. No secret is in it.
  public String exportFile(Caller caller, AgentId id) {
    return file.write(get(caller, id).preset());
  }

  /// Makes an agent of such a text.
  public Agent importFile(Caller caller, String text) {
    return create(caller, file.read(text));
  }

  /// Gives one of the caller's agents a document, in the place of one of the same name.
  public Agent addDocument(Caller caller, AgentId id, AgentDocument document) {
    var preset = own(caller, id).preset();
    var documents = new ArrayList<>(preset.documents());
    documents.removeIf(other -> other.name().equals(document.name()));
    documents.add(document);
    return change(caller, id, preset.with(documents));
  }

  /// Takes a document away.
  public Agent removeDocument(Caller caller, AgentId id, String name) {
    var preset = own(caller, id).preset();
    var documents = new ArrayList<>(preset.documents());
    if (!documents.removeIf(document -> document.name().equals(name))) {
      throw new ProblemException(new Problem.NotFound("document"));
    }
    return change(caller, id, preset.with(documents));
  }

  /// Says who answers in a conversation from now on.
  ///
  /// @param agent null for a plain model
  public void choose(Caller caller, ConversationId conversation, @Nullable AgentId agent) {
    if (agent != null) {
      get(caller, agent);
    }
    if (!store.choose(caller.account(), conversation, agent)) {
      throw noConversation();
    }
  }

  /// What a conversation gives for the variables of its agent, by name.
  public Map<String, String> values(Caller caller, ConversationId conversation) {
    return store.values(caller.account(), conversation).orElseThrow(Agents::noConversation);
  }

  /// Gives these for them, and nothing for the others.
  public void give(Caller caller, ConversationId conversation, Map<String, String> values) {
    var rules = new Rules().expect(values.size() <= AgentRules.MOST, "variables", "Too many.");
    values.forEach((name, value) ->
        rules
            .filled(name, "variables", AgentRules.LONGEST_NAME)
            .atMost(value, "variables", AgentRules.LONGEST_VALUE));
    rules.check();
    if (!store.give(caller.account(), conversation, values)) {
      throw noConversation();
    }
  }

  private Optional<Agent> found(Caller caller, AgentId id) {
    return builtIn.stream()
        .filter(agent -> agent.id().equals(id))
        .findFirst()
        .or(() -> store.find(caller.account(), id));
  }

  private Agent own(Caller caller, AgentId id) {
    var agent = get(caller, id);
    if (agent.owner() == null) {
      throw new ProblemException(
          new Problem.NotAllowed(
              "a built-in agent stays as it is; duplicate it and change the copy"));
    }
    return agent;
  }

  private String copyName(Caller caller, String name) {
    var taken = all(caller).stream().map(Agent::name).toList();
    for (int number = 1; ; number++) {
      var mark = number == 1 ? " (copy)" : " (copy " + number + ")";
      int most = AgentRules.LONGEST_NAME - mark.length();
      var copy = name.substring(0, Math.min(name.length(), most)) + mark;
      if (!taken.contains(copy)) {
        return copy;
      }
    }
  }

  private static ProblemException noConversation() {
    return new ProblemException(new Problem.NotFound("conversation"));
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("agent"));
  }
}
