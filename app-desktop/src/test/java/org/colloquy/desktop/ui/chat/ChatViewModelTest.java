package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.colloquy.desktop.background.OneThreadBackground;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.fake.Script;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.junit.jupiter.api.Test;

class ChatViewModelTest extends ChatCase {
  private static final String CUT =
      "{\"problem\":\"upstream\",\"provider\":\"P\",\"fault\":\"cut\",\"status\":0,\"said\":\"\"}";

  @Test
  void startsAConversationWithTheFirstQuestionAndShowsTheAnswer() {
    server.next(Script.says("Because ", "of it."));
    say("Why?");
    assertThat(texts()).containsExactly("Why?", "Because of it.");
    assertThat(chat.conversation().get()).isNotNull();
    assertThat(chat.state().get()).isInstanceOf(ChatState.Quiet.class);
    assertThat(chat.composer().draft().get()).isEmpty();
    assertThat(server.requests()).anyMatch(request -> request.contains("\"model\":"));
  }

  @Test
  void goesOnInTheSameConversation() {
    say("one");
    say("two");
    assertThat(chat.messages()).hasSize(4);
    assertThat(server.conversations().titles()).containsExactly("one");
  }

  @Test
  void tellsWhenSomethingWasSaid() {
    var touched = new ArrayList<ConversationId>();
    chat.whenTouched(touched::add);
    say("one");
    assertThat(touched).containsOnly(chat.conversation().get());
  }

  @Test
  void sendsNothingThatIsBlank() {
    say(" \n ");
    assertThat(chat.messages()).isEmpty();
    assertThat(chat.composer().draft().get()).isEqualTo(" \n ");
  }

  @Test
  void showsAFailureWhereTheAnswerWouldBeAndKeepsWhatWasSaid() {
    server.next(Script.says("Half an ").failing(CUT));
    say("Why?");
    var answer = chat.messages().getLast();
    assertThat(answer.text()).isEqualTo("Half an ");
    assertThat(answer.cutOff()).isTrue();
    assertThat(answer.failure())
        .isEqualTo(new Failure.Told(new Problem.Upstream("P", Problem.UpstreamFault.CUT, 0, "")));
    assertThat(chat.state().get()).isInstanceOf(ChatState.Quiet.class);
  }

  @Test
  void answersAgainBesideTheFirstAnswer() {
    server.next(Script.says("bad"));
    server.next(Script.says("good"));
    say("Why?");
    chat.retries().last();
    assertThat(texts()).containsExactly("Why?", "good");
    assertThat(chat.messages().getLast().place()).isEqualTo(2);
    assertThat(chat.messages().getLast().places()).isEqualTo(2);
    chat.showSibling(chat.messages().getLast(), -1);
    assertThat(texts()).containsExactly("Why?", "bad");
    assertThat(chat.messages().getLast().place()).isEqualTo(1);
    chat.showSibling(chat.messages().getLast(), -1);
    assertThat(texts()).containsExactly("Why?", "bad");
  }

  @Test
  void keepsAQuestionThatCouldNotBeSentAndSendsItAgain() {
    server.refuse("/turns", 503, "{\"problem\":\"unavailable\",\"why\":\"Full.\"}");
    say("Why?");
    assertThat(texts()).containsExactly("Why?");
    assertThat(chat.messages().getFirst().failure())
        .isEqualTo(new Failure.Told(new Problem.Unavailable("Full.")));
    server.next(Script.says("Because."));
    chat.retries().last();
    assertThat(texts()).containsExactly("Why?", "Because.");
    assertThat(chat.messages().getFirst().failure()).isNull();
  }

  @Test
  void putsAQuestionThatCouldNotBeSentBackToBeEdited() {
    server.refuse("/turns", 503, "{\"problem\":\"unavailable\",\"why\":\"Full.\"}");
    say("Why?");
    chat.revisions().takeBack(chat.messages().getFirst());
    assertThat(chat.messages()).isEmpty();
    assertThat(chat.composer().draft().get()).isEqualTo("Why?");
  }

  @Test
  void opensAConversationAndForgetsTheOneBefore() {
    var id = server.conversations().add("Old", Instant.EPOCH, List.of("a", "b"));
    say("new");
    chat.open(new ConversationId(id));
    assertThat(texts()).containsExactly("a", "b");
    assertThat(chat.messages().getFirst().role()).isEqualTo(Role.USER);
    chat.startNew();
    assertThat(chat.messages()).isEmpty();
    assertThat(chat.conversation().get()).isNull();
  }

  @Test
  void saysWhyAConversationCannotBeShown() {
    chat.open(new ConversationId(UUID.randomUUID()));
    assertThat(chat.state().get())
        .isEqualTo(new ChatState.Missing(new Failure.Told(new Problem.NotFound("thing"))));
  }

  @Test
  void keepsADraftForEachConversation() {
    var id = new ConversationId(server.conversations().add("Old", Instant.EPOCH, List.of("a")));
    chat.composer().draft().set("for the new one");
    chat.open(id);
    assertThat(chat.composer().draft().get()).isEmpty();
    chat.composer().draft().set("for the old one");
    chat.startNew();
    assertThat(chat.composer().draft().get()).isEqualTo("for the new one");
    chat.open(id);
    assertThat(chat.composer().draft().get()).isEqualTo("for the old one");
  }

  @Test
  void asksAgainWhenOnlyToolsFollowTheQuestion() {
    var id = server.conversations().add("Apples", Instant.now(), List.of("Which apple?"));
    server.conversations().addToolRound(id, "recall_memory", "gala", "");
    chat.open(new ConversationId(id));
    assertThat(chat.messages())
        .extracting(MessageViewModel::onlyCalls)
        .containsExactly(false, true, false);
    assertThat(chat.messages().get(1).calls()).containsExactly("recall_memory");
    server.next(Script.says("Gala."));
    chat.retries().last();
    assertThat(texts()).containsExactly("Which apple?", "Gala.");
  }

  @Test
  void stopsAnAnswerAndKeepsWhatWasSaid() {
    try (var background = new OneThreadBackground()) {
      var live = chat(background);
      server.next(Script.says("kept", " lost").holdingAfter(1));
      background.onWindow(() -> {
        live.ask("Why?");
        return live;
      });
      Awaitility.await()
          .until(() ->
              background.onWindow(() ->
                  live.messages().size() == 2 && live.messages().getLast().text().equals("kept")));
      assertThat(background.onWindow(() -> live.messages().getLast().growing())).isTrue();
      background.onWindow(() -> {
        live.stop();
        return live;
      });
      Awaitility.await()
          .until(() -> background.onWindow(() -> live.state().get() instanceof ChatState.Quiet));
      assertThat(background.onWindow(() -> live.messages().getLast().text())).isEqualTo("kept");
      assertThat(background.onWindow(() -> live.messages().getLast().cutOff())).isTrue();
    }
  }

  @Test
  void comesBackToAnAnswerThatIsStillBeingWritten() {
    try (var background = new OneThreadBackground()) {
      var live = chat(background);
      var script = server.next(Script.says("first, ", "then").holdingAfter(1));
      background.onWindow(() -> {
        live.ask("Why?");
        return live;
      });
      Awaitility.await()
          .until(
              () -> background.onWindow(() -> live.state().get() instanceof ChatState.Answering));
      var id = background.onWindow(() -> live.conversation().get());
      background.onWindow(() -> {
        live.startNew();
        live.open(id);
        return live;
      });
      Awaitility.await()
          .until(
              () -> background.onWindow(() -> live.state().get() instanceof ChatState.Answering));
      script.go();
      Awaitility.await()
          .until(() ->
              background.onWindow(() ->
                  live.state().get() instanceof ChatState.Quiet
                      && live.messages().getLast().text().equals("first, then")));
    }
  }
}
