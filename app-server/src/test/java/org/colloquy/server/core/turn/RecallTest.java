package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Memories that come into a turn by themselves. Without a model for meanings they are known by
/// words.
class RecallTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Cold."));
  private final Memories memories = test.core().memories();
  private final ConversationId conversation =
      test.core().conversations().create(test.owner(), "").id();

  @AfterEach
  void close() {
    test.close();
  }

  private TurnRequest saying(String text) {
    return new TurnRequest(
        conversation,
        new Question.Said(text, null),
        new ModelChoice.Usual(),
        WhenReaderLeaves.GO_ON);
  }

  private List<TurnEvent> run(TurnRequest request) {
    var sink = new RecordingSink();
    test.core().turns().run(test.owner(), request, sink);
    return sink.events();
  }

  private Prompt prompt() {
    return test.model().prompts().getLast();
  }

  @Test
  void putsWhatFitsBeforeTheQuestionAndNotesItWithTheAnswer() {
    var fitting = memories.create(test.owner(), "Samples of Bergen are kept at\n-80 degrees");
    memories.create(test.owner(), "The user likes gala apples");

    var events = run(saying("At how many degrees are samples kept?").recalling());

    assertThat(prompt().lines()).hasSize(2);
    var line = prompt().lines().getFirst();
    assertThat(line.role()).isEqualTo(Role.USER);
    assertThat(line.content())
        .contains("\n> Samples of Bergen are kept at\n> -80 degrees\n")
        .doesNotContain("apples");
    assertThat(prompt().question()).isEqualTo("At how many degrees are samples kept?");
    var answer =
        test.core().conversations().thread(test.owner(), conversation).messages().getLast().id();
    assertThat(events).contains(new TurnEvent.Recalled(answer, List.of(fitting)));
    assertThat(memories.recalled(test.owner(), conversation, 0))
        .containsOnlyKeys(answer)
        .containsValue(List.of(fitting));
  }

  @Test
  void tellsAfterTheQuestionWasSavedAndBeforeTheAnswer() {
    memories.create(test.owner(), "Samples are kept cold");

    var kinds =
        run(saying("Are samples kept cold?").recalling()).stream()
            .map(event -> event.getClass().getSimpleName())
            .toList();

    assertThat(kinds)
        .containsExactly(
            "MessageSaved", "MessageSaved", "Recalled", "TextDelta", "MessageSaved", "Finished");
  }

  @Test
  void recallsNothingWhereNothingFitsOrNobodyAskedForIt() {
    memories.create(test.owner(), "Samples are kept cold");

    assertThat(run(saying("What is a gene?").recalling()))
        .noneMatch(TurnEvent.Recalled.class::isInstance);
    assertThat(run(saying("Are samples kept cold?")))
        .noneMatch(TurnEvent.Recalled.class::isInstance);
    assertThat(memories.recalled(test.owner(), conversation, 0)).isEmpty();
  }

  @Test
  void recallsNothingInAConversationThatIsKeptFromMemories() {
    memories.create(test.owner(), "Samples are kept cold");
    memories.switchOff(test.owner(), conversation);
    var jarvis = test.core().agents().builtIn("JARVIS");

    run(saying("Are samples kept cold?").by(jarvis).recalling());
    assertThat(prompt().lines()).noneMatch(line -> line.content().contains("kept cold\n"));
    assertThat(prompt().tools()).isEmpty();

    memories.switchOn(test.owner(), conversation);
    run(saying("Are samples kept cold?").by(jarvis).recalling());
    assertThat(prompt().lines())
        .anyMatch(line -> line.content().contains("> Samples are kept cold"));
    assertThat(prompt().tools())
        .extracting(Prompt.ToolOffer::name)
        .containsExactly("recall_memory", "create_memory");
  }

  @Test
  void recallsForAnAgentWhatIsItsOwnAndEverybodys() {
    var mine =
        test.core()
            .agents()
            .create(test.owner(), new AgentPreset("Mine", "", "", List.of("recall_memory")));
    memories.create(test.owner(), "Everybody knows: samples are kept cold");
    memories.create(test.owner(), "Only one knows: samples are kept warm", mine.id());

    run(saying("Samples are kept how?").recalling());
    assertThat(prompt().lines().getFirst().content()).contains("cold").doesNotContain("warm");
    run(saying("Samples are kept how?").by(mine).recalling());
    assertThat(prompt().lines())
        .anyMatch(line -> line.content().contains("cold") && line.content().contains("warm"));
    assertThat(memories.recall(test.owner(), mine.id(), "samples", 9)).hasSize(2);
    assertThat(memories.recall(test.owner(), Agent.NONE.id(), "samples", 9))
        .extracting(Memory::text)
        .containsExactly("Everybody knows: samples are kept cold");
  }

  @Test
  void forgetsAlsoWhereItWasRecalled() {
    var memory = memories.create(test.owner(), "Samples are kept cold");
    run(saying("Are samples kept cold?").recalling());

    memories.remove(test.owner(), memory.id());

    assertThat(memories.recalled(test.owner(), conversation, 0)).isEmpty();
  }
}
