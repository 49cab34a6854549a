package org.colloquy.server.core.turn;

import java.time.InstantSource;
import java.util.function.Function;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.ParameterLimits;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.RunningWork;

/// Answers clients that keep their conversations themselves: asks a model what they bring along,
/// and stores nothing.
///
/// A sink hears [TurnEvent.TextDelta] and [TurnEvent.ReasoningDelta], then a [TurnEvent.ToolCalled]
/// for each call that the client is to do, then one of [TurnEvent.Finished] and [TurnEvent.Failed].
public final class Completions implements RunningWork, AutoCloseable {
  private static final Problem CLOSING = new Problem.Unavailable("Colloquy is being closed.");

  private static final Problem STOPPED = new Problem.Unavailable("The answer was stopped.");

  private final Models models;
  private final Accounts accounts;
  private final RunningAnswers answers;
  private final InstantSource clock;
  private final Ids ids;
  private final RunningCalls running = new RunningCalls();

  public Completions(
      Models models, Accounts accounts, RunningAnswers answers, InstantSource clock, Ids ids) {
    this.models = models;
    this.accounts = accounts;
    this.answers = answers;
    this.clock = clock;
    this.ids = ids;
  }

  /// Runs a completion to its end on the caller's thread. The model is stopped when the reader has
  /// gone.
  ///
  /// @param sinkFor makes the sink once it is known which model answers
  /// @throws ProblemException when no model could be asked, when the account has very many, or when
  ///   the sink chose to throw a failure because it had sent nothing yet
  /// @throws SinkClosed when the reader has gone
  public void run(
      Caller caller, CompletionRequest request, Function<Completion, TurnSink> sinkFor) {
    new Rules().expect(!request.lines().isEmpty(), "lines", "There is nothing to answer.").check();
    ParameterLimits.check(request.parameters());
    var chosen = models.choose(caller, request.choice());
    var model = models.open(caller, chosen);
    var prompt =
        chosen.readable(
            new Prompt(
                chosen.model(),
                request.lines(),
                request.tools(),
                request.toolChoice(),
                request.parameters()));
    answers.begin(caller.account());
    var cancellation = running.begin(caller.account());
    try {
      var completion =
          new Completion(ids.next(), chosen.model(), clock.instant(), cancellation::cancel);
      var sink = sinkFor.apply(completion);
      sink.accept(ask(caller, model, prompt, sink, cancellation));
    } finally {
      running.end(cancellation);
      answers.end(caller.account());
    }
  }

  /// Stops all that are running.
  @Override
  public void close() {
    running.close();
  }

  @Override
  public void stop(AccountId account) {
    running.stop(account);
  }

  private TurnEvent ask(
      Caller caller, ChatModel model, Prompt prompt, TurnSink sink, Cancellation cancellation) {
    try {
      if (running.closed()) {
        return new TurnEvent.Failed(CLOSING);
      }
      accounts.get(caller); // again: who was shut out until now was not stopped
      var reply = model.stream(prompt, listener(sink), cancellation);
      for (var call : reply.toolCalls()) {
        sink.accept(new TurnEvent.ToolCalled(call.id(), call.tool(), call.arguments()));
      }
      return new TurnEvent.Finished(reply.usage(), reply.stopReason(), reply.fingerprint());
    } catch (SinkClosed e) {
      throw e;
    } catch (RuntimeException e) {
      if (cancellation.cancelled()) {
        return new TurnEvent.Failed(running.closed() ? CLOSING : STOPPED);
      }
      if (e instanceof ProblemException planned) {
        return new TurnEvent.Failed(planned.problem());
      }
      throw e;
    }
  }

  private static ReplyListener listener(TurnSink sink) {
    return new ReplyListener() {
      @Override
      public void text(String text) {
        sink.accept(new TurnEvent.TextDelta(text));
      }

      @Override
      public void reasoning(String text) {
        sink.accept(new TurnEvent.ReasoningDelta(text));
      }
    };
  }
}
