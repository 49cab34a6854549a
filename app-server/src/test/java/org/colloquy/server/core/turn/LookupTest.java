package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.colloquy.model.Activity;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.Research;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final String FOUND = "Found 1 page: https://example.org/ceres";
  private static final Findings.Passage PASSAGE =
      new Findings.Passage(
          URI.create("https://example.org/ceres"), "Ceres", "Piazzi saw it in 1801.");

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Piazzi, ", "in 1801"));
  private final Conversation conversation = test.core().conversations().create(test.owner(), "");

  @AfterEach
  void close() {
    test.close();
  }

  private TurnRequest ask(Question question) {
    return new TurnRequest(
            conversation.id(), question, new ModelChoice.Usual(), WhenReaderLeaves.STOP)
        .after(Research.INTERNET);
  }

  private RecordingSink run(TurnRequest request) {
    var sink = new RecordingSink();
    test.core().turns().run(test.owner(), request, sink);
    return sink;
  }

  private List<Message> branch() {
    return test.core().conversations().thread(test.owner(), conversation.id()).messages();
  }

  private List<String> log() {
    return test.core().activities().of(test.owner(), conversation.id()).stream()
        .map(Activity::detail)
        .toList();
  }

  @Test
  void tellsTheModelWhatWasFoundAndKeepsOnlyQuestionAndAnswer() {
    test.internet().finds(FOUND, PASSAGE);

    var sink = run(ask(new Question.Said("Who first saw Ceres?", null)));

    var prompt = test.model().prompts().getFirst().lines();
    assertThat(prompt).hasSize(2);
    assertThat(prompt.getFirst().content())
        .contains("[1] https://example.org/ceres\n> Ceres\n> Piazzi saw it in 1801.");
    assertThat(prompt.getLast()).isEqualTo(new Prompt.Line(Role.USER, "Who first saw Ceres?"));
    assertThat(branch())
        .extracting(Message::content)
        .containsExactly("Who first saw Ceres?", "Piazzi, in 1801");
    assertThat(sink.text()).isEqualTo("Piazzi, in 1801");
    assertThat(test.core().conversations().get(test.owner(), conversation.id()).title())
        .isEqualTo("Who first saw Ceres?");
  }

  @Test
  void tellsWhatCameOfItWhenTheQuestionIsSafeAndBeforeTheFirstWord() {
    test.internet().finds(FOUND, PASSAGE);

    var events = run(ask(new Question.Said("Who first saw Ceres?", null))).events();

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "MessageSaved",
            "MessageSaved",
            "Noted",
            "TextDelta",
            "TextDelta",
            "MessageSaved",
            "Finished");
    assertThat(events.get(2)).isEqualTo(new TurnEvent.Noted(FOUND));
    assertThat(log()).containsExactly(FOUND);
  }

  @Test
  void answersFromWhatIsHereWhenNothingWasFound() {
    var sink = run(ask(new Question.Said("Who first saw Ceres?", null)));

    assertThat(test.model().prompts().getFirst().lines())
        .containsExactly(new Prompt.Line(Role.USER, "Who first saw Ceres?"));
    assertThat(sink.text()).isEqualTo("Piazzi, in 1801");
    assertThat(sink.events()).contains(new TurnEvent.Noted("Nothing useful was found."));
  }

  @Test
  void looksForTheQuestionThatWaitsForAnAnswer() {
    test.core().conversations().add(test.owner(), conversation.id(), Role.USER, "Hello");
    test.core().conversations().add(test.owner(), conversation.id(), Role.ASSISTANT, "Hi!");
    test.core().conversations().add(test.owner(), conversation.id(), Role.USER, "And Ceres?");
    test.internet().finds(FOUND, PASSAGE);

    run(ask(new Question.Waiting()));

    assertThat(test.internet().questions()).containsExactly("And Ceres?");
    assertThat(test.model().prompts().getFirst().lines())
        .extracting(Prompt.Line::content)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("Hello"),
            second -> assertThat(second).isEqualTo("Hi!"),
            third -> assertThat(third).contains("Piazzi saw it in 1801."),
            last -> assertThat(last).isEqualTo("And Ceres?"));
  }

  @Test
  void looksOnceAlsoWhenTheModelCallsTools() {
    var model =
        new ScriptedChatModel(
            ScriptedReply.says("Wait. ").askingFor(new ToolCall("a", "echo", "{}")),
            ScriptedReply.says("Piazzi"));
    try (var other = TestCore.with(model, new ScriptedTool("echo", _ -> "heard"))) {
      other.internet().finds(FOUND, PASSAGE);
      var chat = other.core().conversations().create(other.owner(), "");
      var request =
          new TurnRequest(
                  chat.id(),
                  new Question.Said("Who first saw Ceres?", null),
                  new ModelChoice.Usual(),
                  WhenReaderLeaves.STOP)
              .by(new Agent(0, "Tester", "", "", List.of("echo")))
              .after(Research.INTERNET);

      other.core().turns().run(other.owner(), request, new RecordingSink());

      assertThat(other.internet().questions()).hasSize(1);
      assertThat(model.prompts().getLast().lines())
          .satisfiesExactly(
              found -> assertThat(found.content()).contains("Piazzi saw it in 1801."),
              question -> assertThat(question.content()).isEqualTo("Who first saw Ceres?"),
              call -> assertThat(call.toolCalls()).hasSize(1),
              result -> assertThat(result.content()).isEqualTo("heard"));
    }
  }

  @Test
  void looksNowhereUnlessItIsAskedTo() {
    run(ask(new Question.Said("Who first saw Ceres?", null)).after(Research.NONE));

    assertThat(test.internet().questions()).isEmpty();
    assertThat(log()).isEmpty();
  }

  @Test
  void stopsLookingWhenTheTurnIsStopped() {
    var gate = new Gate();
    test.internet().waitsAt(gate);
    var sink = new RecordingSink();
    var request = ask(new Question.Said("Who first saw Ceres?", null));
    var turn = Thread.ofVirtual().start(() -> test.core().turns().run(test.owner(), request, sink));
    gate.awaitReached();

    test.core().runningTurns().cancel(test.owner(), sink.turn());

    assertThat(joined(turn)).isTrue();
    assertThat(sink.ends()).containsExactly(new TurnEvent.Cancelled());
    assertThat(test.model().prompts()).isEmpty();
    assertThat(branch()).extracting(Message::content).containsExactly("Who first saw Ceres?");
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
