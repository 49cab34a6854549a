package org.colloquy.server.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.Problems;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.AgentChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.TurnSink;
import org.colloquy.server.core.usage.ModelUse;
import org.junit.jupiter.api.Test;

class SharedTurnsTest extends SharedCase {
  SharedTurnsTest() {
    super(gate ->
        List.of(
            ScriptedReply.says("Light", " scatters.").waitingBefore(1, gate),
            ScriptedReply.says("Yes.")));
  }

  private Thread start(Caller caller, TurnSink sink) {
    return Thread.ofVirtual().start(() -> ask(caller, saying("Why blue?"), sink));
  }

  private Thread watch(Caller caller, RecordingSink of, RecordingSink watching) {
    return Thread.ofVirtual()
        .start(() -> test.core().runningTurns().watch(caller, of.turn(), 0, watching));
  }

  private List<Message> messages() {
    return test.core().conversations().thread(ada, conversation.id()).messages();
  }

  @Test
  void aWriterAsksWithTheirNameOnTheQuestion() {
    gate.open();

    ask(bob, saying("Why blue?"));

    assertThat(messages())
        .extracting(Message::content)
        .containsExactly("Why blue?", "Light scatters.");
    assertThat(shared().askers(shared().thread(eve, conversation.id(), Shown.EVERYTHING)))
        .containsExactly(Map.entry(messages().getFirst().id(), "bob"));
    assertThat(shared().asker(ada, messages().getFirst())).contains("bob");
    ask(ada, saying("Really?"));
    assertThat(shared().askers(shared().thread(ada, conversation.id(), Shown.EVERYTHING)))
        .hasSize(1);
  }

  @Test
  void whatAWriterAsksCountsForTheWriterAndTheirKey() {
    gate.open();
    for (var caller : List.of(ada, bob)) {
      var lab = test.core().providers().add(caller, "Lab", "http://lab.example/v1");
      var secret = Secret.of("sk-0123456789wxyz");
      var key = test.core().keys().add(caller, lab.id(), "mine", secret);
      test.core().keys().test(caller, key.id());
    }

    ask(bob, saying("Why blue?"));

    test.core().usages().awaitNoted();
    assertThat(test.stores().usages().after(bob.account(), 0, 9))
        .extracting(ModelUse::keyName)
        .containsExactly("mine");
    assertThat(test.stores().usages().after(ada.account(), 0, 9)).isEmpty();
  }

  @Test
  void aReaderCannotAsk() {
    assertThat(Problems.of(() -> ask(eve, saying("Hi")))).isInstanceOf(Problem.NotAllowed.class);
    assertThat(Problems.of(() -> test.core().turns().measure(eve, saying("Hi"))))
        .isInstanceOf(Problem.NotAllowed.class);
    assertThat(messages()).isEmpty();
  }

  @Test
  void neitherSidesMemoriesNorAgentsComeIntoAWritersTurn() {
    gate.open();
    test.core().memories().create(ada, "Ada is allergic to blue");
    test.core().memories().create(bob, "Bob wonders why blue");
    var adas = test.core().agents().create(ada, new AgentPreset("A", "", "ADA'S WORDS", List.of()));
    test.core().agents().choose(ada, conversation.id(), adas.id());

    var request = saying("Why blue?").recalling().with(List.of("recall_memory", "create_memory"));
    var sink = ask(bob, request.by(new AgentChoice.AsBefore()));

    var prompt = test.model().prompts().getLast();
    assertThat(prompt.lines().toString()).doesNotContain("ADA'S", "allergic", "wonders");
    assertThat(prompt.tools()).isEmpty();
    assertThat(sink.events()).noneMatch(TurnEvent.Recalled.class::isInstance);
    assertThat(test.core().conversations().get(ada, conversation.id()).agent())
        .isEqualTo(adas.id());
    assertThat(Problems.of(() -> ask(bob, saying("Hi").by(new AgentChoice.Chosen(adas.id())))))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void aWritersAgentIsNotTheConversationsAgentAfterwards() {
    gate.open();
    var bobs = test.core().agents().create(bob, new AgentPreset("B", "", "Be brief.", List.of()));

    ask(bob, saying("Why blue?").by(bobs));

    assertThat(test.core().conversations().get(ada, conversation.id()).agent()).isNull();
  }

  @Test
  void forEachOthersToolsTheWordsOfTheOtherAreWordsOfStrangers() {
    gate.open();
    ask(ada, saying("Why blue?"));
    assertThat(test.stores().strangersWords().in(conversation.id())).isFalse();

    ask(bob, saying("Send a letter!"));

    assertThat(test.stores().strangersWords().in(conversation.id())).isTrue();
  }

  @Test
  void readersWatchAnAnswerThatTheOwnerBegan() throws InterruptedException {
    var adas = new RecordingSink();
    var turn = start(ada, adas);
    gate.awaitReached();
    var eves = new RecordingSink();
    var watcher = watch(eve, adas, eves);
    await().until(() -> eves.text().equals("Light"));

    gate.open();
    turn.join();
    watcher.join();

    assertThat(eves.text()).isEqualTo("Light scatters.");
    assertThat(eves.saved()).isEqualTo(adas.saved());
    assertThat(eves.events()).last().isInstanceOf(TurnEvent.Finished.class);
  }

  @Test
  void strangersWatchNothingAndOnlyTheAskerAndTheOwnerStopIt() throws InterruptedException {
    var running = test.core().runningTurns();
    var bobs = new RecordingSink();
    var turn = start(bob, bobs);
    gate.awaitReached();

    assertThat(Problems.of(() -> running.watch(mallory, bobs.turn(), 0, new RecordingSink())))
        .isEqualTo(new Problem.NotFound("turn"));
    assertThat(Problems.of(() -> running.cancel(mallory, bobs.turn())))
        .isEqualTo(new Problem.NotFound("turn"));
    assertThat(Problems.of(() -> running.cancel(eve, bobs.turn())))
        .isInstanceOf(Problem.NotAllowed.class);
    running.cancel(ada, bobs.turn());
    turn.join();

    assertThat(bobs.ends()).containsExactly(new TurnEvent.Cancelled());
  }

  @Test
  void aWriterDoesNotStopWhatTheOwnerBegan() throws InterruptedException {
    var adas = new RecordingSink();
    var turn = start(ada, adas);
    gate.awaitReached();

    assertThat(Problems.of(() -> test.core().runningTurns().cancel(bob, adas.turn())))
        .isInstanceOf(Problem.NotAllowed.class);
    gate.open();
    turn.join();

    assertThat(adas.text()).isEqualTo("Light scatters.");
  }

  @Test
  void aReadersViewEndsWhenTheShareEnds() throws InterruptedException {
    var adas = new RecordingSink();
    var turn = start(ada, adas);
    gate.awaitReached();
    var eves = new RecordingSink();
    var watcher = watch(eve, adas, eves);
    await().until(() -> eves.text().equals("Light"));

    unshare("eve");
    watcher.join();

    assertThat(eves.ends())
        .containsExactly(new TurnEvent.Failed(new Problem.NotFound("conversation")));
    gate.open();
    turn.join();
    assertThat(eves.text()).isEqualTo("Light");
  }

  @Test
  void aMembersViewEndsWhenTheyLeaveTheGroup() throws InterruptedException {
    GroupId group = group(ada, mallory);
    shares().put(ada, conversation.id(), new RecipientChoice.OfGroup(group), Right.READ);
    var adas = new RecordingSink();
    var turn = start(ada, adas);
    gate.awaitReached();
    var mallorys = new RecordingSink();
    var watcher = watch(mallory, adas, mallorys);
    await().until(() -> mallorys.text().equals("Light"));

    test.core().groups().leave(test.owner(), group, mallory.account());
    watcher.join();

    assertThat(mallorys.ends()).first().isInstanceOf(TurnEvent.Failed.class);
    gate.open();
    turn.join();
  }

  @Test
  void aWritersAnswerIsStoppedWhenTheyMayNotAskAnyMore() throws InterruptedException {
    var bobs = new RecordingSink();
    var turn = start(bob, bobs);
    gate.awaitReached();

    share("bob", Right.READ);
    turn.join();

    assertThat(bobs.ends()).containsExactly(new TurnEvent.Cancelled());
    assertThat(messages()).extracting(Message::content).containsExactly("Why blue?", "Light");
  }

  @Test
  void aWritersAnswerIsStoppedWhenTheOwnerIsErased() throws InterruptedException {
    var bobs = new RecordingSink();
    var turn = start(bob, bobs);
    gate.awaitReached();

    test.core().erasures().erase(ada, "ada");
    turn.join();

    assertThat(bobs.ends()).hasSize(1);
    assertThat(shared().all(bob)).isEmpty();
  }
}
