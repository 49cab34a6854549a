package org.colloquy.server.core.turn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.agent.AgentStore;
import org.colloquy.server.core.conversation.AnswerOrigin;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.NewMessage;
import org.jspecify.annotations.Nullable;

/// Gives answers their final form in the store.
public final class Answers {
  static final String TOO_LONG = "The answer reached the most tokens that it may have.";

  private final MessageStore messages;
  private final Activities activities;
  private final AgentStore agents;
  private final Titles titles;
  private final Sources sources;
  private final InstantSource clock;

  public Answers(
      MessageStore messages,
      Activities activities,
      AgentStore agents,
      Titles titles,
      Sources sources,
      InstantSource clock) {
    this.messages = messages;
    this.activities = activities;
    this.agents = agents;
    this.titles = titles;
    this.sources = sources;
    this.clock = clock;
  }

  /// Stores a question with the answer that is going to grow.
  List<Message> begin(RunningTurn turn, Asked asked) {
    if (asked.rounds() == 0 && asked.agent().isSomebody() && turn.isAtHome()) {
      remember(asked);
    }
    if (asked.resumed() == null) {
      return messages.appendTitled(signed(turn, asked), titleFor(asked));
    }
    return List.of(
        messages
            .resume(asked.answer(), clock.instant())
            .orElseThrow(() -> new ProblemException(new Problem.Conflict("answer"))));
  }

  /// Words of the answer come now.
  void heard(RunningTurn turn) {
    turn.text().heard(clock);
  }

  /// Who asks in somebody else's conversation is noted with the question.
  private static List<NewMessage> signed(RunningTurn turn, Asked asked) {
    return turn.isAtHome()
        ? asked.toStore()
        : asked.toStore().stream()
            .map(message -> message.role() == Role.USER ? message.askedBy(turn.owner()) : message)
            .toList();
  }

  private void remember(Asked asked) {
    var conversation = asked.conversation();
    if (!asked.agent().id().equals(conversation.agent())) {
      agents.choose(conversation.owner(), conversation.id(), asked.agent().id());
    }
  }

  /// Keeps what the ending left, and returns what is to be announced: the saved answer, if anything
  /// was said, what it cites, and the turn's last event.
  List<TurnEvent> keep(RunningTurn turn, Asked asked, Ending ending) {
    var announced = new ArrayList<TurnEvent>();
    switch (ending) {
      case Ending.Answered(var reply) -> {
        answered(turn, asked, reply).ifPresent(announced::add);
        cited(turn, asked).ifPresent(announced::add);
        announced.add(
            new TurnEvent.Finished(
                asked.spent().plus(reply.usage()), reply.stopReason(), reply.fingerprint()));
      }
      case Ending.Stopped() -> {
        cutOff(turn, asked, null).ifPresent(announced::add);
        cited(turn, asked).ifPresent(announced::add);
        note(asked, "was stopped");
        announced.add(new TurnEvent.Cancelled());
      }
      case Ending.Broken(var problem) -> {
        cutOff(turn, asked, Sentences.of(problem)).ifPresent(announced::add);
        cited(turn, asked).ifPresent(announced::add);
        note(asked, "failed: " + Sentences.of(problem));
        announced.add(new TurnEvent.Failed(problem));
      }
      case Ending.NotSaved(var problem) -> announced.add(new TurnEvent.Failed(problem));
    }
    return announced;
  }

  private Optional<TurnEvent> cited(RunningTurn turn, Asked asked) {
    return sources.cited(turn, asked, turn.text().words().content());
  }

  /// What comes after a turn that was announced to its end; nobody waits for it.
  void afterwards(RunningTurn turn, Asked asked, Ending ending) {
    if (ending instanceof Ending.Answered && turn.isTitledByModel()) {
      titles.improve(turn.caller(), asked, turn.text().words().content());
    }
  }

  /// Keeps an answer that wants tools called, and returns what is to be announced.
  Optional<TurnEvent> calling(RunningTurn turn, Asked asked, Reply reply) {
    return finish(turn, asked, new End(reply, MessageState.COMPLETE, null));
  }

  /// One that reached the most tokens it may have does not look whole.
  private Optional<TurnEvent> answered(RunningTurn turn, Asked asked, Reply reply) {
    return reply.stopReason() == StopReason.LENGTH
        ? finish(turn, asked, new End(reply, MessageState.CUT_OFF, TOO_LONG))
        : finish(turn, asked, new End(reply, MessageState.COMPLETE, null));
  }

  private Optional<TurnEvent> cutOff(RunningTurn turn, Asked asked, @Nullable String failure) {
    if (turn.text().isEmpty()) {
      messages.discard(asked.answer(), failure);
      return Optional.empty();
    }
    return finish(turn, asked, new End(Reply.NOTHING, MessageState.CUT_OFF, failure));
  }

  /// How an answer ends.
  private record End(Reply reply, MessageState state, @Nullable String failure) {}

  private Optional<TurnEvent> finish(RunningTurn turn, Asked asked, End end) {
    var words = turn.text().words();
    return messages
        .finish(
            new FinishedAnswer(
                asked.answer(),
                words.content(),
                words.reasoning(),
                end.state,
                asked.earlier().plus(end.reply.usage()),
                end.reply.toolCalls(),
                end.failure),
            origin(turn, asked))
        .map(TurnEvent.MessageSaved::new);
  }

  private AnswerOrigin origin(RunningTurn turn, Asked asked) {
    var now = clock.instant();
    var heard = turn.text().heardAt();
    return new AnswerOrigin(
        turn.owner(),
        asked.agent().isSomebody() ? asked.agent().name() : "",
        asked.prompt().parameters(),
        turn.begunAt(),
        heard == null ? null : Duration.between(turn.begunAt(), heard),
        Duration.between(turn.begunAt(), now),
        heard == null ? Duration.ZERO : Duration.between(heard, now));
  }

  private void note(Asked asked, String what) {
    activities.note(
        asked.conversation().id(), Activities.TURN, asked.prompt().model() + " " + what);
  }

  /// What a conversation without a title is called from its first question on; empty for one that
  /// has a title.
  private static String titleFor(Asked asked) {
    var said = asked.prompt().lines().getLast().content().strip();
    return asked.rounds() == 0 && asked.conversation().title().isEmpty()
        ? TitleText.firstWords(said)
        : "";
  }
}
