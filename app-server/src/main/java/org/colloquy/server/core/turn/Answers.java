package org.colloquy.server.core.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore;
import org.jspecify.annotations.Nullable;

/// Gives answers their final form in the store.
public final class Answers {
  private static final int LONGEST_GIVEN_TITLE = 60;

  private final MessageStore messages;
  private final Activities activities;

  public Answers(MessageStore messages, Activities activities) {
    this.messages = messages;
    this.activities = activities;
  }

  /// Stores a question with the answer that is going to grow.
  List<Message> begin(Asked asked) {
    return messages.appendTitled(asked.toStore(), titleFor(asked));
  }

  /// Keeps what the ending left, and returns what is to be announced: the saved answer, if anything
  /// was said, and the turn's last event.
  List<TurnEvent> keep(Asked asked, AnswerText text, Ending ending) {
    var announced = new ArrayList<TurnEvent>();
    switch (ending) {
      case Ending.Answered(var reply) -> {
        finish(asked, text, reply, MessageState.COMPLETE, null).ifPresent(announced::add);
        announced.add(
            new TurnEvent.Finished(
                asked.spent().plus(reply.usage()), reply.stopReason(), reply.fingerprint()));
      }
      case Ending.Stopped() -> {
        cutOff(asked, text, null).ifPresent(announced::add);
        note(asked, "was stopped");
        announced.add(new TurnEvent.Cancelled());
      }
      case Ending.Broken(var problem) -> {
        cutOff(asked, text, Sentences.of(problem)).ifPresent(announced::add);
        note(asked, "failed: " + Sentences.of(problem));
        announced.add(new TurnEvent.Failed(problem));
      }
      case Ending.NotSaved(var problem) -> announced.add(new TurnEvent.Failed(problem));
    }
    return announced;
  }

  /// Keeps an answer that wants tools called, and returns what is to be announced.
  Optional<TurnEvent> calling(Asked asked, AnswerText text, Reply reply) {
    return finish(asked, text, reply, MessageState.COMPLETE, null);
  }

  private Optional<TurnEvent> cutOff(Asked asked, AnswerText text, @Nullable String failure) {
    if (text.isEmpty()) {
      messages.discard(asked.answer(), failure);
      return Optional.empty();
    }
    return finish(asked, text, Reply.NOTHING, MessageState.CUT_OFF, failure);
  }

  private Optional<TurnEvent> finish(
      Asked asked, AnswerText text, Reply reply, MessageState state, @Nullable String failure) {
    var words = text.words();
    return messages
        .finish(
            new FinishedAnswer(
                asked.answer(),
                words.content(),
                words.reasoning(),
                state,
                reply.usage(),
                reply.toolCalls(),
                failure))
        .map(TurnEvent.MessageSaved::new);
  }

  private void note(Asked asked, String what) {
    activities.note(
        asked.conversation().id(), Activities.TURN, asked.prompt().model() + " " + what);
  }

  /// What a conversation without a title is called from its first question on; empty for one that
  /// has a title.
  private static String titleFor(Asked asked) {
    var said = asked.prompt().lines().getLast().content().strip();
    return asked.rounds() == 0 && asked.conversation().title().isEmpty() ? firstWords(said) : "";
  }

  static String firstWords(String said) {
    var line = said.lines().findFirst().orElse(said).replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_GIVEN_TITLE) {
      return line;
    }
    int end = line.lastIndexOf(' ', LONGEST_GIVEN_TITLE);
    if (end < LONGEST_GIVEN_TITLE / 2) {
      end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_GIVEN_TITLE) - 1);
    }
    return line.substring(0, end).strip() + "…";
  }
}
