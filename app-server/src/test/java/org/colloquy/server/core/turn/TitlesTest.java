package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.colloquy.model.Conversation;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Titles that models find.
class TitlesTest {
  private static final String GIVEN = "What do cattle have to do with methane?";

  private final Gate gate = new Gate();
  private TestCore test = TestCore.with(ScriptedChatModel.saying("x"));

  @AfterEach
  void close() {
    gate.open();
    test.close();
  }

  private Conversation conversation(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies));
    return test.core().conversations().create(test.owner(), "");
  }

  /// From now on a model elsewhere answers.
  private void withKey() {
    var openAi = test.core().providers().openAi(test.owner()).id();
    test.core().keys().putFor(test.owner(), openAi, Secret.of("sk-abcdefgh1234"));
  }

  private TurnRequest request(Conversation conversation) {
    return new TurnRequest(
        conversation.id(),
        new Question.Said(GIVEN, null),
        new ModelChoice.Usual(),
        WhenReaderLeaves.STOP);
  }

  private RecordingSink run(TurnRequest request) {
    var sink = new RecordingSink();
    test.core().turns().run(test.owner(), request, sink);
    return sink;
  }

  private String title(Conversation conversation) {
    return test.core().conversations().get(test.owner(), conversation.id()).title();
  }

  @Test
  void areAskedForAfterTheFirstAnswerWhichDoesNotWait() throws InterruptedException {
    var conversation =
        conversation(
            ScriptedReply.says("They belch it."),
            ScriptedReply.says("\"Methane", " from cattle.\"\n").waitingBefore(0, gate),
            ScriptedReply.says("fine"));
    withKey();

    var heard = run(request(conversation).titledByModel());

    assertThat(heard.ends()).hasSize(1).first().isInstanceOf(TurnEvent.Finished.class);
    assertThat(title(conversation)).isEqualTo(GIVEN);
    gate.awaitReached();
    gate.open();
    await().until(() -> title(conversation).equals("Methane from cattle"));
    var asked = test.model().prompts().get(1);
    assertThat(asked.model()).isEqualTo("gpt-4o");
    assertThat(asked.parameters().maxTokens()).isEqualTo(40);
    assertThat(asked.lines().getFirst().content()).isEqualTo(TitleText.WANTED);
    assertThat(asked.lines().getLast().content()).contains(GIVEN).contains("They belch it.");

    run(request(conversation).titledByModel());
    assertThat(test.model().prompts()).hasSize(3);
    assertThat(title(conversation)).isEqualTo("Methane from cattle");
  }

  @Test
  void countAsWhatTheConversationTook() {
    var conversation = conversation(ScriptedReply.says("fine"), ScriptedReply.says("Methane"));
    withKey();

    run(request(conversation).titledByModel());
    await().until(() -> title(conversation).equals("Methane"));

    assertThat(test.stores().usages().after(test.owner().account(), 0, 10)).hasSize(2);
  }

  @Test
  void leaveThePersonsOwnTitleAlone() throws InterruptedException {
    var conversation =
        conversation(ScriptedReply.says("fine"), ScriptedReply.says("x").waitingBefore(0, gate));
    withKey();
    run(request(conversation).titledByModel());
    gate.awaitReached();

    test.core().conversations().rename(test.owner(), conversation.id(), "Mine");
    gate.open();

    await().until(() -> test.core().titles().idle());
    assertThat(title(conversation)).isEqualTo("Mine");
  }

  @Test
  void areNotAskedForWhenNobodyWantsThem() {
    var conversation = conversation(ScriptedReply.says("fine"), ScriptedReply.says("never"));
    run(request(conversation).titledByModel()); // by the built-in model
    withKey();
    var other = test.core().conversations().create(test.owner(), "");
    run(request(other)); // through another face
    test.stores().settings().put(test.owner().account(), Map.of(Titles.SETTING, "false"));
    var third = test.core().conversations().create(test.owner(), "");
    run(request(third).titledByModel());

    await().until(() -> test.core().titles().idle());
    assertThat(test.model().prompts()).hasSize(3);
    assertThat(title(conversation)).isEqualTo(GIVEN);
    assertThat(title(other)).isEqualTo(GIVEN);
    assertThat(title(third)).isEqualTo(GIVEN);
  }

  @Test
  void stayTheFirstWordsWhenTheModelFailsOrSaysNothingOfUse() {
    var failure = new Problem.Upstream("OpenAI", UpstreamFault.FAILED, 500, "");
    var conversation =
        conversation(
            ScriptedReply.says("fine"),
            ScriptedReply.fails(failure),
            ScriptedReply.says("fine"),
            ScriptedReply.says(" \n"));
    withKey();
    run(request(conversation).titledByModel());
    await().until(() -> test.core().titles().idle());
    var other = test.core().conversations().create(test.owner(), "");
    run(request(other).titledByModel());

    await().until(() -> test.core().titles().idle());
    assertThat(test.model().prompts()).hasSize(4);
    assertThat(title(conversation)).isEqualTo(GIVEN);
    assertThat(title(other)).isEqualTo(GIVEN);
  }

  @Test
  void areNotWaitedForWhenTheProgramEnds() throws InterruptedException {
    var conversation =
        conversation(
            ScriptedReply.says("fine"), ScriptedReply.says("never").waitingBefore(0, gate));
    withKey();
    run(request(conversation).titledByModel());
    gate.awaitReached();

    test.core().titles().close();

    await().until(() -> test.core().titles().idle());
    assertThat(test.model().cancelled()).isTrue();
    assertThat(title(conversation)).isEqualTo(GIVEN);
  }

  @ParameterizedTest
  @CsvSource({
    "Methane from cattle, Methane from cattle",
    "'\"Methane\"', Methane",
    "Title: Methane and cattle., Methane and cattle",
    "'\n\n**Methane**\nand more', Methane",
    "'„Kühe und Methan“', Kühe und Methan",
    "'What is CH₄?', What is CH₄?",
    "'tab\tand\u0007bell', tab and bell",
    "'...', ''",
    "'', ''",
  })
  void areCleaned(String said, String title) {
    assertThat(TitleText.cleaned(said)).isEqualTo(title);
    assertThat(TitleText.cleaned("x".repeat(81))).isEmpty();
  }
}
