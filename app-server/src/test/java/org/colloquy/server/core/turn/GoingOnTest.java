package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.StopReason;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers that were cut off, and how they go on.
class GoingOnTest {
  private static final Problem CUT = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");

  private TestCore test = TestCore.with(ScriptedChatModel.saying("fine"));

  @AfterEach
  void close() {
    test.close();
  }

  private Conversation asked(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies));
    var conversation = test.core().conversations().create(test.owner(), "Test");
    run(conversation, new Question.Said("What is methane?", null));
    return conversation;
  }

  private RecordingSink run(Conversation conversation, Question question) {
    var sink = new RecordingSink();
    var request =
        new TurnRequest(
            conversation.id(), question, new ModelChoice.Usual(), WhenReaderLeaves.STOP);
    test.core().turns().run(test.owner(), request, sink);
    return sink;
  }

  private List<Message> branch(Conversation conversation) {
    return test.core().conversations().thread(test.owner(), conversation.id()).messages();
  }

  private Message answer(Conversation conversation) {
    return branch(conversation).getLast();
  }

  private static ScriptedReply cutAfter(int words, String... said) {
    return ScriptedReply.says(said).failingAfter(words, CUT);
  }

  @Test
  void addsTheRestToTheSameMessage() {
    var conversation =
        asked(
            cutAfter(1, "A gas", "never").thinking("hm"),
            ScriptedReply.says(" of cattle", ".").taking(new Usage(20, 5)));
    var cut = answer(conversation);

    var heard = run(conversation, new Question.GoOn(cut.id()));

    assertThat(heard.saved().getFirst().state()).isEqualTo(MessageState.GROWING);
    assertThat(heard.saved().getFirst().content()).isEqualTo("A gas");
    assertThat(heard.text()).isEqualTo(" of cattle.");
    var whole = answer(conversation);
    assertThat(branch(conversation)).hasSize(2);
    assertThat(whole.id()).isEqualTo(cut.id());
    assertThat(whole.content()).isEqualTo("A gas of cattle.");
    assertThat(whole.reasoning()).isEqualTo("hm");
    assertThat(whole.state()).isEqualTo(MessageState.COMPLETE);
    assertThat(whole.failure()).isNull();
    assertThat(whole.usage()).isEqualTo(new Usage(20, 5));
    assertThat(test.model().prompts().getLast().lines())
        .extracting(Prompt.Line::content)
        .containsExactly("What is methane?", "A gas", PromptBuilder.GO_ON);
  }

  @Test
  void losesNothingWhenTheRestFailsBeforeItsFirstWordOrAfterIt() {
    var conversation = asked(cutAfter(1, "A gas", "x"), cutAfter(0), cutAfter(1, " of", "x"));
    var cut = answer(conversation);

    var first = run(conversation, new Question.GoOn(cut.id()));
    assertThat(first.ends()).containsExactly(new TurnEvent.Failed(CUT));
    assertThat(answer(conversation)).isEqualTo(cut);

    run(conversation, new Question.GoOn(cut.id()));
    assertThat(answer(conversation).content()).isEqualTo("A gas of");
    assertThat(answer(conversation).state()).isEqualTo(MessageState.CUT_OFF);
    assertThat(answer(conversation).failure()).isEqualTo(Sentences.of(CUT));
  }

  @Test
  void keepsWhatThereWasWhenTheProgramDiesMeanwhile() {
    var conversation = asked(cutAfter(1, "A gas", "x"));
    var cut = answer(conversation);

    test.stores().messages().resume(cut.id(), test.clock().instant());
    test.stores().messages().cutOffGrowing();

    assertThat(answer(conversation).content()).isEqualTo("A gas");
    assertThat(answer(conversation).state()).isEqualTo(MessageState.CUT_OFF);
  }

  @Test
  void marksAnAnswerThatReachedTheMostTokensAsCutOff() {
    var conversation =
        asked(
            ScriptedReply.says("A gas").ending(StopReason.LENGTH),
            ScriptedReply.says(" that burns"));
    var cut = answer(conversation);

    assertThat(cut.state()).isEqualTo(MessageState.CUT_OFF);
    assertThat(cut.failure()).isEqualTo(Answers.TOO_LONG);
    assertThat(cut.usage()).isEqualTo(new Usage(10, 1));

    run(conversation, new Question.GoOn(cut.id()));
    assertThat(answer(conversation).content()).isEqualTo("A gas that burns");
    assertThat(answer(conversation).state()).isEqualTo(MessageState.COMPLETE);
    assertThat(answer(conversation).usage()).isEqualTo(new Usage(20, 2));
  }

  @Test
  void asksAnewWhatWasOnlyThoughtAbout() {
    var conversation =
        asked(cutAfter(0).thinking("hm"), ScriptedReply.says("A gas").thinking(" well"));
    var cut = answer(conversation);

    run(conversation, new Question.GoOn(cut.id()));

    assertThat(answer(conversation).content()).isEqualTo("A gas");
    assertThat(answer(conversation).reasoning()).isEqualTo("hm well");
    assertThat(test.model().prompts().getLast().question()).isEqualTo("What is methane?");
  }

  @Test
  void showsTheBranchThatGoesOn() {
    var conversation = asked(cutAfter(1, "A gas", "x"), ScriptedReply.says("Another"));
    var cut = answer(conversation);
    run(conversation, new Question.Again(branch(conversation).getFirst().id()));
    assertThat(answer(conversation).content()).isEqualTo("Another");

    run(conversation, new Question.GoOn(cut.id()));

    assertThat(answer(conversation).content()).isEqualTo("A gasAnother");
  }

  @Test
  void goesOnWithTheLastCutOffAnswerOnly() {
    var conversation = asked(cutAfter(1, "A gas", "x"), ScriptedReply.says("fine"));
    var cut = answer(conversation);
    run(conversation, new Question.Said("And?", null));

    for (var refused :
        List.of(cut.id(), branch(conversation).getFirst().id(), answer(conversation).id())) {
      assertThat(Problems.of(() -> run(conversation, new Question.GoOn(refused))))
          .isInstanceOfSatisfying(
              Problem.Invalid.class,
              problem -> assertThat(problem.faults().getFirst().field()).isEqualTo("continue"));
    }
    var nothing = new MessageId(conversation.id().value());
    assertThat(Problems.of(() -> run(conversation, new Question.GoOn(nothing))))
        .isEqualTo(new Problem.NotFound("message"));
    assertThat(test.model().prompts()).hasSize(2);
  }
}
