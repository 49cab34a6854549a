package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Conversation;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Turns whose talk is longer than the model's window: here one on this computer of which nothing
/// is known.
class ContextTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("fine"));
  private final Conversation conversation =
      test.core().conversations().create(test.owner(), "Test");

  @AfterEach
  void close() {
    test.close();
  }

  private RecordingSink ask(String text) {
    var sink = new RecordingSink();
    test.core().turns().run(test.owner(), request(text), sink);
    return sink;
  }

  private TurnRequest request(String text) {
    var provider =
        test.core().providers().visible(test.owner()).stream()
            .filter(one -> one.address().startsWith("http://localhost"))
            .findFirst()
            .orElseGet(
                () -> test.core().providers().add(test.owner(), "Lab", "http://localhost:9/v1"));
    return new TurnRequest(
        conversation.id(),
        new Question.Said(text, null),
        new ModelChoice.OfProvider(provider.id(), "small"),
        WhenReaderLeaves.STOP);
  }

  @Test
  void measuresAQuestionWithoutAskingIt() {
    ask("one " + "many words ".repeat(1_900));
    var turns = test.core().turns();

    var empty = turns.measure(test.owner(), request(""));
    var more = turns.measure(test.owner(), request("two " + "many words ".repeat(100)));

    assertThat(test.model().prompts()).hasSize(1);
    assertThat(empty.room()).isBetween(5_000, ContextRoom.UNKNOWN_HERE);
    assertThat(empty.earlier()).isGreaterThan(3_000);
    assertThat(more.earlier()).isEqualTo(empty.earlier());
    assertThat(more.question()).isGreaterThan(empty.question() + 190);
    assertThat(
            Problems.of(
                () -> turns.measure(test.owner(), request("two " + "many words ".repeat(5_000)))))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(test.core().conversations().get(test.owner(), conversation.id()).messageCount())
        .isEqualTo(2);
  }

  @Test
  void leavesOutTheOldestAndTellsThePerson() {
    ask("one " + "many words ".repeat(1_900));
    ask("two");
    var heard = ask("three");

    assertThat(test.model().prompts().getLast().lines())
        .extracting(Prompt.Line::content)
        .containsExactly("one " + "many words ".repeat(1_900), "fine", "two", "fine", "three");
    assertThat(heard.events()).noneMatch(TurnEvent.Noted.class::isInstance);

    heard = ask("four " + "many words ".repeat(500));
    assertThat(test.model().prompts().getLast().lines())
        .extracting(Prompt.Line::role)
        .containsExactly(
            Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT, Role.USER);
    assertThat(heard.events())
        .contains(
            new TurnEvent.Noted(
                "The first 2 messages were left out: they do not fit the model's window."));
    assertThat(heard.events().get(2)).isInstanceOf(TurnEvent.Noted.class);
  }

  @Test
  void refusesAQuestionThatDoesNotFitBeforeAnythingIsSavedOrSent() {
    assertThat(Problems.of(() -> ask("many words ".repeat(4_000))))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            problem -> assertThat(problem.faults().getFirst().field()).isEqualTo("text"));

    assertThat(test.model().prompts()).isEmpty();
    assertThat(test.core().conversations().thread(test.owner(), conversation.id()).messages())
        .isEmpty();
    assertThat(ask("short").text()).isEqualTo("fine");
  }

  @Test
  void knowsHowMuchRoomThereIs() {
    assertThat(room(ProviderKind.LOCAL, "", null)).isEqualTo(Integer.MAX_VALUE);
    assertThat(room(ProviderKind.OPENAI_CHAT, "http://127.0.0.1:11434/v1", null))
        .isEqualTo(8_192 - 2_048 - 409);
    assertThat(room(ProviderKind.OPENAI_CHAT, "https://api.openai.com/v1", null))
        .isEqualTo(128_000 - 4_096 - 6_400);
    assertThat(room(ProviderKind.OPENAI_CHAT, "https://api.openai.com/v1", 16_384))
        .isEqualTo(16_384 - 4_096 - 819);
    var brief = new ModelParameters(null, null, null, 100, List.of(), null);
    assertThat(ContextRoom.of(model(ProviderKind.OPENAI_CHAT, "http://x", 1_000), brief))
        .isEqualTo(1_000 - 100 - 50);
  }

  private static int room(ProviderKind kind, String address, @Nullable Integer window) {
    return ContextRoom.of(model(kind, address, window), ModelParameters.NONE);
  }

  private static ChosenModel model(ProviderKind kind, String address, @Nullable Integer window) {
    var id = new ProviderId(new UUID(0, 1));
    var facts = new ModelFacts(window, null, null, null);
    var info = new ModelInfo(new ModelId(new UUID(0, 2)), 1, id, "m", "M").with(facts);
    var provider = new Provider(id, 1, null, "Lab", kind, address, List.of(info), Instant.EPOCH);
    return new ChosenModel(provider, "m", "M", null);
  }
}
