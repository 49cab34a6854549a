package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentModel;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.core.agent.AgentStore.NewAgent;
import org.junit.jupiter.api.Test;

class JdbiAgentStoreTest extends StoreTest {
  private static final AgentPreset PRESET =
      new AgentPreset(
          "Ø \"quoted\"",
          "🙂",
          "line\nline",
          List.of(new AgentVariable("a", "b", "c")),
          new AgentModel("Lab", "m"),
          new ModelParameters(1.0, null, -1L, null, List.of("\n"), new ResponseFormat.Json()),
          List.of("one", "two"),
          List.of(new AgentDocument("d", "t".repeat(100_000))));

  private final JdbiAgentStore agents = new JdbiAgentStore(database);

  JdbiAgentStoreTest(Kind kind) {
    super(kind);
  }

  private NewAgent agent(AccountId owner, AgentPreset preset) {
    return new NewAgent(new AgentId(next()), owner, preset, NOON);
  }

  @Test
  void keepsAgentsOfEachAccountInOrder() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var first = agents.add(agent(ada, PRESET));
    var others = agents.add(agent(bob, PRESET.named("B")));
    var second = agents.add(agent(ada, PRESET.named("C")));

    assertThat(agents.of(ada)).containsExactly(first, second);
    assertThat(agents.find(bob, others.id())).contains(others);
    assertThat(agents.find(bob, first.id())).isEmpty();
    assertThat(first.preset()).isEqualTo(PRESET);
    assertThat(first.owner()).isEqualTo(ada);
    assertThat(first.number()).isGreaterThan(1000);
    assertThat(second.number()).isGreaterThan(first.number());
  }

  @Test
  void changesAndRemovesOnlyItsOwners() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var agent = agents.add(agent(ada, PRESET));

    assertThat(agents.change(bob, agent.id(), PRESET.named("B"))).isEmpty();
    assertThat(agents.remove(bob, agent.id())).isFalse();
    assertThat(agents.find(ada, agent.id())).contains(agent);
    assertThat(agents.change(ada, agent.id(), PRESET.named("B")))
        .contains(agent.as(PRESET.named("B")));
    assertThat(agents.remove(ada, agent.id())).isTrue();
    assertThat(agents.of(ada)).isEmpty();
  }

  @Test
  void remembersWhoAnswersInAConversation() {
    var ada = account("ada").id();
    var conversation = conversation(ada, "x");
    var agent = new AgentId(next());
    var conversations = new JdbiConversationStore(database);

    assertThat(conversation.agent()).isNull();
    assertThat(agents.choose(account("bob").id(), conversation.id(), agent)).isFalse();
    assertThat(agents.choose(ada, conversation.id(), agent)).isTrue();
    assertThat(conversations.find(ada, conversation.id()).orElseThrow().agent()).isEqualTo(agent);
    assertThat(agents.choose(ada, conversation.id(), null)).isTrue();
    assertThat(conversations.find(ada, conversation.id()).orElseThrow().agent()).isNull();
  }

  @Test
  void keepsValuesOfAConversationUntilOthersAreGiven() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var conversation = conversation(ada, "x").id();

    assertThat(agents.give(ada, conversation, Map.of("a", "1", "b", ""))).isTrue();
    assertThat(agents.values(ada, conversation)).contains(Map.of("a", "1", "b", ""));
    assertThat(agents.give(bob, conversation, Map.of())).isFalse();
    assertThat(agents.values(bob, conversation)).isEmpty();
    assertThat(agents.give(ada, conversation, Map.of("b", "2"))).isTrue();
    assertThat(agents.values(ada, conversation)).contains(Map.of("b", "2"));
    assertThat(agents.give(ada, conversation, Map.of())).isTrue();
    assertThat(agents.values(ada, conversation)).contains(Map.of());
  }
}
