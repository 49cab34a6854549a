package org.colloquy.server.core.turn;

import java.util.List;
import java.util.function.Function;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.ParameterLimits;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.shared.ConversationAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what people say: checks, saves the question, asks the model, passes its words on, saves
/// the answer, and only then says that it is there.
///
/// Every turn that began ends with exactly one of [TurnEvent.Finished], [TurnEvent.Cancelled] and
/// [TurnEvent.Failed]. Whatever was said until then is kept.
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private static final int INCIDENT_LENGTH = 8;

  private final ConversationAccess access;
  private final Answerers answerers;
  private final Questions questions;
  private final RunningTurns running;
  private final Answers answers;
  private final ToolLoop toolLoop;

  public Turns(
      ConversationAccess access,
      Answerers answerers,
      Questions questions,
      RunningTurns running,
      Answers answers,
      ToolLoop toolLoop) {
    this.access = access;
    this.answerers = answerers;
    this.questions = questions;
    this.running = running;
    this.answers = answers;
    this.toolLoop = toolLoop;
  }

  /// Runs a turn in one of the caller's own conversations to its end on the caller's thread.
  ///
  /// @throws ProblemException when the turn could not begin, or when the sink chose to throw a
  ///   failure because it had sent nothing yet
  public void run(Caller caller, TurnRequest request, TurnSink sink) {
    run(caller, request, sink, id -> access.own(caller, id));
  }

  /// The same, also in a conversation that somebody shares with the caller to write. Model, key,
  /// quota, agent and tools are the caller's; memories stay out of it.
  ///
  /// @throws ProblemException as [#run], NotAllowed when it is shared to read
  public void runShared(Caller caller, TurnRequest request, TurnSink sink) {
    run(caller, request, sink, id -> access.toAskIn(caller, id));
  }

  private void run(
      Caller caller,
      TurnRequest request,
      TurnSink sink,
      Function<ConversationId, Conversation> conversations) {
    Questions.check(request.question());
    ParameterLimits.check(request.answering().parameters());
    var found = conversations.apply(request.conversation());
    var answerer = answerers.find(caller, found, request);
    var model = answerers.open(caller, answerer, request.conversation());
    var turn = running.begin(caller, request, sink, found.owner());
    try {
      if (!turn.isAtHome()) {
        var _ = conversations.apply(request.conversation()); // it may not be shared any more
      }
      var asked = questions.prepare(caller, request, answerer);
      turn.answers(asked.question());
      if (asked.resumed() != null) {
        turn.goOnFrom(asked.resumed());
      }
      sink.begun(turn.id());
      answer(caller, turn, asked, model);
    } finally {
      running.end(turn);
      turn.settle();
    }
  }

  /// How much of the model's window a question would take that is not asked yet. What would be
  /// remembered and found in files comes on top.
  ///
  /// @throws ProblemException Invalid when it would not fit
  public ContextUse measure(Caller caller, TurnRequest request) {
    var conversation = access.toWrite(caller, request.conversation());
    var answerer = answerers.find(caller, conversation, request);
    return questions.measured(questions.prepare(caller, request, answerer));
  }

  /// Asks until the model wants no more tools.
  private void answer(Caller caller, RunningTurn turn, Asked first, ChatModel model) {
    var asked = first;
    var ending = ask(turn, asked, model);
    while (ending instanceof Ending.Answered(var reply) && asked.wantsTools(reply)) {
      try {
        asked = toolLoop.next(caller, turn, asked, reply);
        ending = ask(turn, asked, model);
      } catch (RuntimeException e) {
        ending = brokenOrStopped(turn, e);
      }
    }
    conclude(turn, asked, ending);
  }

  private Ending ask(RunningTurn turn, Asked asked, ChatModel model) {
    var saving =
        new Saving(() -> answers.begin(turn, asked), stored -> announce(turn, asked, stored))
            .start(() -> turn.stop(RunningTurn.Stop.NOT_SAVED));
    var ending = stream(turn, asked, model, saving);
    try {
      saving.await();
      return ending;
    } catch (RuntimeException e) {
      return new Ending.NotSaved(problemOf(turn, e));
    }
  }

  private Ending stream(RunningTurn turn, Asked asked, ChatModel model, Saving saving) {
    try {
      var prompt = questions.informed(turn, asked, saving);
      var reply = model.stream(prompt, listener(turn, saving), turn.cancellation());
      return new Ending.Answered(reply);
    } catch (RuntimeException e) {
      return brokenOrStopped(turn, e);
    }
  }

  private static Ending brokenOrStopped(RunningTurn turn, RuntimeException e) {
    return turn.stopped() == null ? new Ending.Broken(problemOf(turn, e)) : new Ending.Stopped();
  }

  private void conclude(RunningTurn turn, Asked asked, Ending ending) {
    List<TurnEvent> announced;
    try {
      announced = answers.keep(turn, asked, ending);
    } catch (RuntimeException e) {
      announced = List.of(new TurnEvent.Failed(problemOf(turn, e)));
    }
    // The conversation is free again before its reader hears so and says the next thing.
    running.end(turn);
    announced.forEach(turn::emit);
    answers.afterwards(turn, asked, ending);
  }

  private static void announce(RunningTurn turn, Asked asked, List<Message> stored) {
    turn.growsAs(asked.answer());
    stored.forEach(message -> turn.emit(new TurnEvent.MessageSaved(message)));
  }

  private ReplyListener listener(RunningTurn turn, Saving saving) {
    return new ReplyListener() {
      @Override
      public void text(String text) {
        saving.await();
        answers.heard(turn);
        var storable = AnswerText.storable(text);
        turn.text().said(storable);
        turn.emit(new TurnEvent.TextDelta(storable));
      }

      @Override
      public void reasoning(String text) {
        saving.await();
        answers.heard(turn);
        var storable = AnswerText.storable(text);
        turn.text().thought(storable);
        turn.emit(new TurnEvent.ReasoningDelta(storable));
      }

      @Override
      public void noted(String sentence) {
        saving.await();
        turn.emit(new TurnEvent.Noted(sentence));
      }
    };
  }

  /// Whatever goes wrong inside a turn ends it; only what nobody planned for is logged.
  private static Problem problemOf(RunningTurn turn, RuntimeException failure) {
    if (failure instanceof ProblemException planned) {
      return planned.problem();
    }
    var id = turn.id().toString();
    var incident = id.substring(id.length() - INCIDENT_LENGTH);
    LOG.error("turn failed, incident {}", incident, failure);
    return new Problem.Internal(incident);
  }
}
