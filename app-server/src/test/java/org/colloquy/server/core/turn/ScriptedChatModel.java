package org.colloquy.server.core.turn;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.model.ProblemException;

/// A model that does what the test wrote down: the first reply when it is asked first, and so on;
/// the last one also for all later times.
public final class ScriptedChatModel implements ChatModel {
  private final List<ScriptedReply> replies;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Prompt> prompts = new CopyOnWriteArrayList<>();
  private final List<Cancellation> cancellations = new CopyOnWriteArrayList<>();

  public ScriptedChatModel(ScriptedReply... replies) {
    this.replies = List.of(replies);
  }

  /// A model that always says the same words.
  public static ScriptedChatModel saying(String... words) {
    return new ScriptedChatModel(ScriptedReply.says(words));
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    prompts.add(prompt);
    cancellations.add(cancellation);
    var reply = replies.get(Math.min(asked.getAndIncrement(), replies.size() - 1));
    for (var thought : reply.thoughts()) {
      stopIf(cancellation);
      listener.reasoning(thought);
    }
    for (int said = 0; said < reply.words().size(); said++) {
      pause(reply, said, cancellation);
      listener.text(reply.words().get(said));
    }
    pause(reply, reply.words().size(), cancellation);
    return new Reply(reply.toolCalls(), reply.usage(), reply.reason());
  }

  /// What it was asked, in order.
  public List<Prompt> prompts() {
    return List.copyOf(prompts);
  }

  /// Whether the last question was cancelled.
  public boolean cancelled() {
    return !cancellations.isEmpty() && cancellations.getLast().cancelled();
  }

  private static void pause(ScriptedReply reply, int said, Cancellation cancellation) {
    var gate = reply.gates().get(said);
    if (gate != null) {
      try (var _ = cancellation.onCancel(gate::open)) {
        gate.pass();
      }
    }
    stopIf(cancellation);
    var failure = reply.failure();
    if (failure != null && said == reply.failsAfter()) {
      throw new ProblemException(failure);
    }
  }

  private static void stopIf(Cancellation cancellation) {
    if (cancellation.cancelled()) {
      throw new CancellationException("cancelled");
    }
  }
}
