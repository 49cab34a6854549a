package org.colloquy.server.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.answer.AnswerDetail.Asked;
import org.colloquy.server.core.answer.AnswerDetail.Times;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.shared.RecipientChoice;
import org.colloquy.server.core.shared.Right;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.ScriptedTool;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerDetailsTest {
  private static final ModelParameters COLD =
      new ModelParameters(0.2, null, 7L, 900, List.of("END"), null);

  private TestCore test = TestCore.with(ScriptedChatModel.saying("unused"));

  @AfterEach
  void close() {
    test.close();
  }

  private Conversation talkWith(ScriptedReply... replies) {
    test.close();
    var echo = new ScriptedTool("echo", arguments -> "heard " + arguments);
    test = TestCore.with(new ScriptedChatModel(replies), echo);
    test.core().keys().addForOpenAi(test.owner(), "mine", Secret.of("sk-abcdefgh1234"));
    return test.core().conversations().create(test.owner(), "talk");
  }

  private static TurnRequest asking(Conversation talk, Question question) {
    return new TurnRequest(talk.id(), question, new ModelChoice.Usual(), WhenReaderLeaves.STOP);
  }

  private static TurnRequest asking(Conversation talk) {
    return asking(talk, new Question.Said("Why is the sky blue?", null));
  }

  /// Half a second goes by with each message that is saved, and two with each word.
  private void ask(Caller caller, TurnRequest request) {
    var sink =
        new RecordingSink(event -> {
          if (event instanceof TurnEvent.MessageSaved) {
            test.clock().advance(Duration.ofMillis(500));
          } else if (event instanceof TurnEvent.TextDelta) {
            test.clock().advance(Duration.ofSeconds(2));
          }
        });
    test.core().turns().runShared(caller, request, sink);
  }

  private List<Message> messages(Conversation talk) {
    return test.core().conversations().thread(test.owner(), talk.id()).messages();
  }

  private AnswerDetail detail(Caller caller, Conversation talk) {
    return test.core().answerDetails().of(caller, talk.id(), messages(talk).getLast().id());
  }

  @Test
  void tellsWhoAnsweredWithWhatAndHowLongItTookAndWhatItCost() {
    var talk = talkWith(ScriptedReply.says("Light", " scatters.").taking(new Usage(70, 20)));
    var owner = test.owner();
    var agent =
        test.core().agents().create(owner, new AgentPreset("Poet", "", "Rhyme.", List.of()));
    var before = test.clock().instant();

    ask(owner, asking(talk).by(agent).with(COLD));

    var detail = detail(owner, talk);
    assertThat(detail.answer().usedModel()).extracting(ModelUsed::provider).isEqualTo("OpenAI");
    assertThat(detail.askedAt()).isEqualTo(before);
    assertThat(detail.times())
        .isEqualTo(new Times(Duration.ofSeconds(1), Duration.ofSeconds(5), 20 / 4.0));
    assertThat(detail.usage()).isEqualTo(new Usage(70, 20));
    assertThat(detail.estimated()).isFalse();
    assertThat(detail.cost()).isEqualTo(70 * 5 / 2 + 20 * 10L);
    assertThat(detail.asked()).isEqualTo(new Asked("Poet", COLD));
  }

  @Test
  void saysThatNoAgentAnsweredAndWhatWasCountedHere() {
    var talk = talkWith(ScriptedReply.says("Light.").taking(Usage.NONE));

    ask(test.owner(), asking(talk));

    var detail = detail(test.owner(), talk);
    assertThat(detail.asked()).isEqualTo(new Asked("", ModelParameters.NONE));
    assertThat(detail.estimated()).isTrue();
    assertThat(detail.usage().output()).isEqualTo(2);
    assertThat(detail.times()).extracting(Times::tokensPerSecond).isEqualTo(1.0);
  }

  @Test
  void countsTheWholeTurnWithItsCallsOfTools() {
    var call = new ToolCall("1", "echo", "{}");
    var talk =
        talkWith(
            ScriptedReply.says("Let me see.").taking(new Usage(70, 20)).askingFor(call),
            ScriptedReply.says("Light.").taking(new Usage(100, 10)));

    ask(test.owner(), asking(talk).by(new Agent(9, "A", "", "", List.of("echo"))));

    var detail = detail(test.owner(), talk);
    assertThat(detail.usage()).isEqualTo(new Usage(170, 30));
    assertThat(detail.cost()).isEqualTo(170 * 5 / 2 + 30 * 10L);
    assertThat(detail.times()).extracting(Times::tokensPerSecond).isEqualTo(10 / 2.0);
  }

  @Test
  void addsUpTheTimesOfAnAnswerThatGrewOn() {
    var cut = new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, "");
    var talk =
        talkWith(
            ScriptedReply.says("Light", " scatters").failingAfter(1, cut),
            ScriptedReply.says(" scatters."));
    ask(test.owner(), asking(talk));
    test.clock().advance(Duration.ofHours(1));

    ask(test.owner(), asking(talk, new Question.GoOn(messages(talk).getLast().id())));

    assertThat(detail(test.owner(), talk).times())
        .extracting(Times::firstWord, Times::whole)
        .containsExactly(Duration.ofSeconds(1), Duration.ofMillis(5500));
  }

  @Test
  void ofAnAnswerFromBeforeTellsWhatIsKnown() {
    var talk = talkWith();
    var id = new MessageId(new UUID(1, 2));
    var at = test.clock().instant();
    test.stores()
        .messages()
        .append(List.of(NewMessage.said(id, talk.id(), Role.ASSISTANT, "Light.", at)));

    assertThat(test.core().answerDetails().of(test.owner(), talk.id(), id))
        .isEqualTo(
            new AnswerDetail(messages(talk).getLast(), at, null, Usage.NONE, false, null, null));
  }

  @Test
  void tellsAgentParametersAndCostToNobodyButWhoAsked() {
    var talk = talkWith(ScriptedReply.says("Light", ".").taking(new Usage(70, 20)));
    var bob = test.member("bob");
    var shares = test.core().shares();
    shares.put(test.owner(), talk.id(), new RecipientChoice.Named("bob"), Right.READ);

    ask(test.owner(), asking(talk).with(COLD));

    var told = detail(bob, talk);
    assertThat(told.usage()).isEqualTo(new Usage(70, 20));
    assertThat(told.times()).isEqualTo(detail(test.owner(), talk).times());
    assertThat(told.cost()).isNull();
    assertThat(told.asked()).isNull();
    var eve = test.member("eve");
    assertThat(Problems.of(() -> detail(eve, talk)))
        .isEqualTo(new Problem.NotFound("conversation"));
  }

  @Test
  void knowsOnlyAnswersOfItsConversation() {
    var talk = talkWith(ScriptedReply.says("Light."));
    ask(test.owner(), asking(talk));
    var other = test.core().conversations().create(test.owner(), "other");
    var details = test.core().answerDetails();
    var missing = new Problem.NotFound("answer");

    assertThat(
            Problems.of(() -> details.of(test.owner(), other.id(), messages(talk).getLast().id())))
        .isEqualTo(missing);
    assertThat(
            Problems.of(() -> details.of(test.owner(), talk.id(), messages(talk).getFirst().id())))
        .isEqualTo(missing);
  }
}
