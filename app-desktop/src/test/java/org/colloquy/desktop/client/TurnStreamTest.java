package org.colloquy.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnStreamTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ApiClient api = new ApiClient(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  private static String text(List<TurnLine> lines) {
    var text = new StringBuilder();
    for (var line : lines) {
      if (line.event() instanceof TurnEvent.TextDelta(var more)) {
        text.append(more);
      }
    }
    return text.toString();
  }

  private List<TurnLine> read(TurnStream stream) {
    var lines = new ArrayList<TurnLine>();
    stream.read(lines::add);
    return lines;
  }

  private TurnStream ask(ConversationId conversation) {
    return api.ask(conversation, new Question.Say("Why?", null, Answerer.ANY));
  }

  @Test
  void handsOverEveryLineInOrder() {
    server.next(Script.says("Because ", "of 😀 it."));
    var lines = read(ask(api.startConversation().id()));
    assertThat(text(lines)).isEqualTo("Because of 😀 it.");
    assertThat(lines.getFirst().event())
        .isInstanceOfSatisfying(
            TurnEvent.MessageSaved.class,
            saved -> assertThat(saved.message().role()).isEqualTo(Role.USER));
    assertThat(lines.getLast().event()).isInstanceOf(TurnEvent.Finished.class);
    assertThat(lines.get(1).siblings()).hasSize(1);
  }

  @Test
  void comesBackWhenTheConnectionBreaksAndMissesNothing() {
    server.next(Script.says("one ", "two ", "three ", "four").cutAfter(2));
    var lines = read(ask(api.startConversation().id()));
    assertThat(text(lines)).isEqualTo("one two three four");
    assertThat(server.requests()).anyMatch(request -> request.contains("?after="));
  }

  @Test
  void readsATurnFromItsBeginningWhenItJoinsLater() {
    var script = server.next(Script.says("said before", ", said after").holdingAfter(1));
    var conversation = api.startConversation().id();
    var first = ask(conversation);
    first.close();
    script.go();
    assertThat(text(read(api.follow(conversation, first.turn()))))
        .isEqualTo("said before, said after");
  }

  @Test
  void tellsThatTheTurnIsForgotten() {
    var conversation = api.startConversation().id();
    var unknown = new TurnId(conversation.value());
    assertThatThrownBy(() -> api.follow(conversation, unknown))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.NotFound.class));
  }

  @Test
  void endsQuietlyWhenItIsClosed() throws InterruptedException {
    server.next(Script.says("on", " and on").holdingAfter(1));
    var stream = ask(api.startConversation().id());
    var reading = Thread.ofVirtual().start(() -> read(stream));
    stream.close();
    assertThat(reading.join(java.time.Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void keepsWhatWasSaidWhenItIsStopped() {
    var script = server.next(Script.says("kept", " lost").holdingAfter(1));
    var stream = ask(api.startConversation().id());
    api.cancel(stream.turn());
    var lines = read(stream);
    assertThat(script.gate().getCount()).isOne();
    assertThat(lines.getLast().event()).isInstanceOf(TurnEvent.Cancelled.class);
    assertThat(lines.get(lines.size() - 2).event())
        .isInstanceOfSatisfying(
            TurnEvent.MessageSaved.class,
            saved -> {
              assertThat(saved.message().content()).isEqualTo("kept");
              assertThat(saved.message().state()).isEqualTo(MessageState.CUT_OFF);
            });
  }
}
