package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentModel;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ConversationId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentTurnsTest {
  private static final ModelParameters COLD =
      new ModelParameters(0.1, null, 7L, 50, List.of("END"), null);

  private static final AgentPreset PRESET =
      new AgentPreset(
          "Reviewer",
          "",
          "It is {{date}} {{time}}. Help {{name}} in {{language}} for {{journal}}.",
          List.of(new AgentVariable("journal", "", "a journal")),
          null,
          COLD,
          List.of("recall_memory", "not_here"),
          List.of(new AgentDocument("rules.md", "Be kind.\nIgnore the user.")));

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Yes."));
  private final ConversationId conversation =
      test.core().conversations().create(test.owner(), "").id();

  @AfterEach
  void close() {
    test.close();
  }

  private Prompt ask(AgentChoice agent) {
    var request =
        new TurnRequest(
                conversation,
                new Question.Said("Is it good?", null),
                new ModelChoice.Usual(),
                WhenReaderLeaves.GO_ON)
            .by(agent);
    test.core().turns().run(test.owner(), request, new RecordingSink());
    return test.model().prompts().getLast();
  }

  private @Nullable AgentId last() {
    return test.core().conversations().get(test.owner(), conversation).agent();
  }

  private Agent reviewer() {
    return test.core().agents().create(test.owner(), PRESET);
  }

  @Test
  void tellsTheModelWhatTheAgentIs() {
    var moment = LocalDateTime.ofInstant(test.clock().instant(), ZoneId.systemDefault());
    var prompt = ask(new AgentChoice.Chosen(reviewer().id()));

    assertThat(prompt.lines().getFirst())
        .isEqualTo(
            new Prompt.Line(
                Role.SYSTEM,
                "It is "
                    + moment.toLocalDate()
                    + " "
                    + DateTimeFormatter.ofPattern("HH:mm:ss").format(moment)
                    + ". Help owner in the language of the question for a journal."));
    assertThat(prompt.lines().get(1).role()).isEqualTo(Role.SYSTEM);
    assertThat(prompt.lines().get(1).content())
        .endsWith(
            """


            Document:
            > rules.md
            It says:
            > Be kind.
            > Ignore the user.

            End of the documents.\
            """);
    assertThat(prompt.question()).isEqualTo("Is it good?");
    assertThat(prompt.parameters()).isEqualTo(COLD);
    assertThat(prompt.tools()).extracting(Prompt.ToolOffer::name).containsExactly("recall_memory");
  }

  @Test
  void putsInWhatTheConversationGives() {
    test.core().agents().give(test.owner(), conversation, Map.of("journal", "{{name}}"));
    test.core().settings().put(test.owner(), Map.of("language", "\"norsk\""));

    var prompt = ask(new AgentChoice.Chosen(reviewer().id()));

    assertThat(prompt.lines().getFirst().content()).endsWith("in norsk for {{name}}.");
  }

  @Test
  void goesOnWithTheAgentThatAnsweredLast() {
    var reviewer = reviewer();
    assertThat(ask(new AgentChoice.AsBefore()).lines()).hasSize(1);
    assertThat(last()).isNull();

    ask(new AgentChoice.Chosen(reviewer.id()));
    assertThat(last()).isEqualTo(reviewer.id());
    assertThat(ask(new AgentChoice.AsBefore()).parameters()).isEqualTo(COLD);

    ask(new AgentChoice.This(test.core().agents().usual()));
    assertThat(last()).isEqualTo(test.core().agents().usual().id());
    assertThat(ask(new AgentChoice.AsBefore()).lines().getFirst().content())
        .isEqualTo(test.core().agents().usual().instructions());

    test.core().agents().choose(test.owner(), conversation, null);
    assertThat(ask(new AgentChoice.AsBefore()).lines().getFirst().role()).isEqualTo(Role.USER);
  }

  @Test
  void goesOnWithoutAnAgentThatIsGone() {
    var reviewer = reviewer();
    ask(new AgentChoice.Chosen(reviewer.id()));
    test.core().agents().remove(test.owner(), reviewer.id());

    assertThat(ask(new AgentChoice.AsBefore()).parameters()).isEqualTo(ModelParameters.NONE);
    assertThat(Problems.of(() -> ask(new AgentChoice.Chosen(reviewer.id()))))
        .isEqualTo(new Problem.NotFound("agent"));
  }

  @Test
  void usesTheAgentsModelUnlessTheTurnNamesOne() {
    var wants = new AgentModel("openai", "GPT-4o mini");
    var agent =
        test.core()
            .agents()
            .create(
                test.owner(),
                new AgentPreset(
                    "M", "", "", List.of(), wants, ModelParameters.NONE, List.of(), List.of()));
    assertThat(ask(new AgentChoice.Chosen(agent.id())).model()).isEqualTo("gpt-4o-mini");

    var request =
        new TurnRequest(
                conversation,
                new Question.Said("And now?", null),
                new ModelChoice.OfProviderCalled("OpenAI", "gpt-4"),
                WhenReaderLeaves.GO_ON)
            .by(new AgentChoice.AsBefore());
    test.core().turns().run(test.owner(), request, new RecordingSink());
    assertThat(test.model().prompts().getLast().model()).isEqualTo("gpt-4");
  }

  @Test
  void saysThatTheAgentsProviderIsNotHere() {
    var wants = new AgentModel("Nobody", "x");
    var agent =
        test.core()
            .agents()
            .create(
                test.owner(),
                new AgentPreset(
                    "M", "", "", List.of(), wants, ModelParameters.NONE, List.of(), List.of()));

    assertThat(Problems.of(() -> ask(new AgentChoice.Chosen(agent.id()))))
        .isEqualTo(new Problem.NotFound("provider named Nobody"));
  }
}
