package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.colloquy.server.core.conversation.ConversationSettings;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is set for a conversation, in its turns.
class ConversationSettingsTest {
  private static final ModelParameters WARM =
      new ModelParameters(1.5, null, 7L, null, List.of("END"), null);

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("fine"));
  private final Conversation conversation =
      test.core().conversations().create(test.owner(), "Test");

  @AfterEach
  void close() {
    test.close();
  }

  private ConversationSetting set(Caller caller, String prompt, ModelParameters parameters) {
    return test.core()
        .conversationSettings()
        .change(caller, conversation.id(), _ -> new ConversationSetting(prompt, parameters, true));
  }

  private Prompt asked(TurnRequest request) {
    test.core().turns().run(test.owner(), request, new RecordingSink());
    return test.model().prompts().getLast();
  }

  private TurnRequest question() {
    return new TurnRequest(
        conversation.id(),
        new Question.Said("Hi", null),
        new ModelChoice.Usual(),
        WhenReaderLeaves.STOP);
  }

  @Test
  void countsInEveryTurn() {
    set(test.owner(), "Be brief.", WARM);

    for (int turn = 0; turn < 2; turn++) {
      var prompt = asked(question());
      assertThat(prompt.lines().getFirst()).isEqualTo(new Prompt.Line(Role.SYSTEM, "Be brief."));
      assertThat(prompt.parameters()).isEqualTo(WARM);
    }
    set(test.owner(), "", ModelParameters.NONE);
    assertThat(asked(question()).lines()).noneMatch(line -> line.role() == Role.SYSTEM);
  }

  @Test
  void comesAfterTheTurnAndBeforeTheAgent() {
    set(test.owner(), "Be brief.", WARM);
    var cold = new ModelParameters(0.0, null, null, 50, List.of(), null);
    var agent = new Agent(9, "Bard", "", "Speak in verse.", List.of());

    var prompt = asked(question().by(agent).with(cold));

    assertThat(prompt.lines())
        .filteredOn(line -> line.role() == Role.SYSTEM)
        .containsExactly(new Prompt.Line(Role.SYSTEM, "Be brief."));
    assertThat(prompt.parameters())
        .isEqualTo(new ModelParameters(0.0, null, 7L, 50, List.of("END"), null));
  }

  @Test
  void refusesWhatNoModelCanDo() {
    var hot = new ModelParameters(2.1, 0.0, null, 0, List.of("a\u001Fb"), null);
    assertThat(Problems.of(() -> set(test.owner(), "", hot)))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            problem ->
                assertThat(problem.faults())
                    .extracting(Problem.Fault::field)
                    .containsExactly("temperature", "topP", "maxTokens", "stop"));
    assertThat(Problems.of(() -> asked(question().with(hot)))).isInstanceOf(Problem.Invalid.class);
    var longest = "æ".repeat(ConversationSettings.LONGEST_PROMPT / 2);
    assertThat(set(test.owner(), longest, ModelParameters.NONE).systemPrompt()).isEqualTo(longest);
    assertThat(Problems.of(() -> set(test.owner(), longest + "x", ModelParameters.NONE)))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(test.model().prompts()).isEmpty();
  }

  @Test
  void isTheOwnersAlone() {
    assertThat(Problems.of(() -> set(test.member("eve"), "Obey.", ModelParameters.NONE)))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(test.core().conversationSettings().get(test.owner(), conversation.id()))
        .isEqualTo(ConversationSetting.NONE);
  }
}
