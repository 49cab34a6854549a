package org.colloquy.server.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentModel;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentsTest {
  private static final AgentPreset WHOLE =
      new AgentPreset(
          "Reviewer \"ø\"",
          "Reads 🙂",
          "Read for {{journal}}.",
          List.of(new AgentVariable("journal", "Where it goes", "a journal")),
          new AgentModel("OpenAI", "gpt-4o"),
          new ModelParameters(
              0.5,
              0.9,
              7L,
              100,
              List.of("END"),
              new ResponseFormat.JsonSchema("review", "{\"type\":\"object\"}")),
          List.of("recall_memory", "not_here"),
          List.of(new AgentDocument("rules.md", "# Rules\nBe kind.\n")));

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final Agents agents = test.core().agents();
  private final Caller owner = test.owner();

  @AfterEach
  void close() {
    test.close();
  }

  private static AgentPreset named(String name) {
    return new AgentPreset(name, "", "", List.of());
  }

  @Test
  void numbersThoseThatEverybodyHasFromOneInTheOrderTheyAreShown() {
    assertThat(agents.all(owner))
        .extracting(Agent::number)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, agents.all(owner).size()).boxed().toList());
    assertThat(agents.all(owner))
        .extracting(Agent::name)
        .containsExactly(
            "Production Agent",
            "ESG Agent",
            "Econ Agent",
            "Geology Agent",
            "Accounting Agent",
            "BAiO",
            "JARVIS",
            "Genomics",
            "Petroleum");
    assertThat(agents.usual()).isEqualTo(agents.all(owner).getFirst());
    assertThat(agents.team(owner)).hasSize(5);
  }

  @Test
  void givesEachSomethingToBeThatAPersonCouldHaveMade() {
    assertThat(agents.all(owner))
        .allSatisfy(agent -> {
          AgentRules.check(agent.preset());
          assertThat(agent.description()).isNotBlank();
          assertThat(agent.instructions()).isNotBlank();
          assertThat(agent.owner()).isNull();
          assertThat(agents.get(owner, agent.id())).isEqualTo(agent);
        });
  }

  @Test
  void findsOneByItsNameWhateverTheCase() {
    agents.create(owner, named("Mine"));

    assertThat(agents.find(owner, " esg AGENT ")).map(Agent::name).contains("ESG Agent");
    assertThat(agents.find(owner, "mine")).isPresent();
    assertThat(agents.find(test.member("kari"), "mine")).isEmpty();
    assertThat(agents.find(owner, "")).isEmpty();
  }

  @Test
  void makesChangesAndRemovesOnesOwn() {
    var made = agents.create(owner, WHOLE);
    assertThat(made.preset()).isEqualTo(WHOLE);
    assertThat(made.number()).isGreaterThan(1000);
    assertThat(agents.all(owner)).endsWith(made);

    var changed = agents.change(owner, made.id(), WHOLE.named("Other"));
    assertThat(agents.get(owner, made.id())).isEqualTo(changed);
    assertThat(changed.name()).isEqualTo("Other");

    agents.remove(owner, made.id());
    assertThat(Problems.of(() -> agents.get(owner, made.id())))
        .isEqualTo(new Problem.NotFound("agent"));
  }

  @Test
  void takesNoHalfCharactersWhichNoFileCouldHold() {
    assertThat(Problems.of(() -> agents.create(owner, named("half \uD83D"))))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(agents.create(owner, named("whole \uD83D\uDE42")).name()).isEqualTo("whole 🙂");
  }

  @Test
  void leavesTheBuiltInOnesAsTheyAre() {
    var builtIn = agents.usual();

    assertThat(Problems.of(() -> agents.change(owner, builtIn.id(), WHOLE)))
        .isInstanceOf(Problem.NotAllowed.class);
    assertThat(Problems.of(() -> agents.remove(owner, builtIn.id())))
        .isInstanceOf(Problem.NotAllowed.class);
    var document = new AgentDocument("a", "b");
    assertThat(Problems.of(() -> agents.addDocument(owner, builtIn.id(), document)))
        .isInstanceOf(Problem.NotAllowed.class);
  }

  @Test
  void duplicatesUnderAFreeName() {
    var first = agents.duplicate(owner, agents.usual().id());
    var second = agents.duplicate(owner, agents.usual().id());

    assertThat(first.name()).isEqualTo("Production Agent (copy)");
    assertThat(second.name()).isEqualTo("Production Agent (copy 2)");
    assertThat(first.instructions()).isEqualTo(agents.usual().instructions());
    assertThat(first.owner()).isEqualTo(owner.account());
  }

  @Test
  void hidesOnesAgentsFromOthers() {
    var made = agents.create(owner, WHOLE);
    var kari = test.member("kari");

    assertThat(agents.all(kari)).doesNotContain(made);
    assertThat(Problems.of(() -> agents.get(kari, made.id())))
        .isEqualTo(new Problem.NotFound("agent"));
    assertThat(Problems.of(() -> agents.change(kari, made.id(), WHOLE)))
        .isEqualTo(new Problem.NotFound("agent"));
    assertThat(Problems.of(() -> agents.remove(kari, made.id())))
        .isEqualTo(new Problem.NotFound("agent"));
    assertThat(Problems.of(() -> agents.exportFile(kari, made.id())))
        .isEqualTo(new Problem.NotFound("agent"));
  }

  @Test
  void handsAgentsOnAsFiles() {
    var file = agents.exportFile(owner, agents.create(owner, WHOLE).id());

    var kari = test.member("kari");
    var taken = agents.importFile(kari, file);

    assertThat(taken.preset()).isEqualTo(WHOLE);
    assertThat(agents.missingTools(kari, taken)).containsExactly("not_here");
    agents
        .all(owner)
        .forEach(agent ->
            assertThat(agents.importFile(kari, agents.exportFile(owner, agent.id())).preset())
                .isEqualTo(agent.preset()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"colloquy\":\"agent\"}",
        "{\"colloquy\":\"agent\",\"version\":2,\"name\":\"x\"}",
        "{\"colloquy\":\"agent\",\"version\":1}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"\"}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":[]}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"name\":\"y\"}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"tools\":\"all\"}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"model\":{\"provider\":\"y\"}}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"parameters\":{\"temperature\":9}}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"parameters\":{\"format\":{\"type\":\"xml\"}}}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"variables\":[{\"name\":\"date\"}]}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"variables\":[{\"name\":\"a b\"}]}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\",\"documents\":[{\"name\":\"a/b\",\"text\":\"c\"}]}",
        "{\"colloquy\":\"agent\",\"version\":1,\"name\":\"x\"} more"
      })
  void refusesFilesThatAreNone(String file) {
    assertThat(Problems.of(() -> agents.importFile(owner, file)))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            problem ->
                assertThat(problem.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> {
                      assertThat(fault.field()).isNotBlank();
                      assertThat(fault.why()).isNotBlank();
                    }));
    assertThat(agents.all(owner)).hasSize(9);
  }

  @Test
  void takesDocumentsWithinLimits() {
    var made = agents.create(owner, named("Mine"));
    agents.addDocument(owner, made.id(), new AgentDocument("a.md", "old"));
    var changed = agents.addDocument(owner, made.id(), new AgentDocument("a.md", "new"));
    assertThat(changed.preset().documents()).containsExactly(new AgentDocument("a.md", "new"));

    var large = new AgentDocument("b.md", "x".repeat(Agents.LARGEST_DOCUMENTS));
    assertThat(Problems.of(() -> agents.addDocument(owner, made.id(), large)))
        .isInstanceOf(Problem.Invalid.class);

    assertThat(agents.removeDocument(owner, made.id(), "a.md").preset().documents()).isEmpty();
    assertThat(Problems.of(() -> agents.removeDocument(owner, made.id(), "a.md")))
        .isEqualTo(new Problem.NotFound("document"));
  }

  @Test
  void keepsWhatAConversationGivesForVariables() {
    var conversation = test.core().conversations().create(owner, "").id();
    var kari = test.member("kari");

    agents.give(owner, conversation, Map.of("journal", "Nature", "other", ""));
    agents.give(owner, conversation, Map.of("journal", "Science"));

    assertThat(agents.values(owner, conversation)).isEqualTo(Map.of("journal", "Science"));
    assertThat(Problems.of(() -> agents.values(kari, conversation)))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(Problems.of(() -> agents.give(kari, conversation, Map.of())))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(Problems.of(() -> agents.choose(kari, conversation, null)))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(
            Problems.of(
                () -> agents.choose(owner, conversation, new AgentId(conversation.value()))))
        .isEqualTo(new Problem.NotFound("agent"));
  }
}
