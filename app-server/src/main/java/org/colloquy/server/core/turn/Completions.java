package org.colloquy.server.core.turn;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;

/// Answers clients that keep their conversations themselves: asks a model what they bring along,
/// and stores nothing.
///
/// A sink hears [TurnEvent.TextDelta] and [TurnEvent.ReasoningDelta], then one of
/// [TurnEvent.Finished] and [TurnEvent.Failed].
public final class Completions implements AutoCloseable {
  private static final Problem CLOSING = new Problem.Unavailable("Colloquy is being closed.");

  private final Models models;
  private final InstantSource clock;
  private final Ids ids;
  private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Completions(Models models, InstantSource clock, Ids ids) {
    this.models = models;
    this.clock = clock;
    this.ids = ids;
  }

  /// Runs a completion to its end on the caller's thread. The model is stopped when the reader has
  /// gone.
  ///
  /// @param sinkFor makes the sink once it is known which model answers
  /// @throws ProblemException when no model could be asked, or when the sink chose to throw a
  ///   failure because it had sent nothing yet
  /// @throws SinkClosed when the reader has gone
  public void run(
      Caller caller, CompletionRequest request, Function<Completion, TurnSink> sinkFor) {
    new Rules().expect(!request.lines().isEmpty(), "lines", "There is nothing to answer.").check();
    var chosen = models.choose(caller, request.choice());
    var model = models.open(caller, chosen);
    var prompt = new Prompt(chosen.model(), request.lines(), List.of());
    var sink = sinkFor.apply(new Completion(ids.next(), chosen.model(), clock.instant()));
    sink.accept(ask(model, prompt, sink));
  }

  /// Stops all that are running.
  @Override
  public void close() {
    closed = true;
    running.forEach(Cancellation::cancel);
  }

  private TurnEvent ask(ChatModel model, Prompt prompt, TurnSink sink) {
    var cancellation = new Cancellation();
    running.add(cancellation);
    try {
      if (closed) {
        return new TurnEvent.Failed(CLOSING);
      }
      var reply = model.stream(prompt, listener(sink), cancellation);
      return new TurnEvent.Finished(reply.usage());
    } catch (SinkClosed e) {
      throw e;
    } catch (RuntimeException e) {
      if (cancellation.cancelled()) {
        return new TurnEvent.Failed(CLOSING);
      }
      if (e instanceof ProblemException planned) {
        return new TurnEvent.Failed(planned.problem());
      }
      throw e;
    } finally {
      running.remove(cancellation);
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
