package org.colloquy.server.metrics;

import java.time.Duration;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;

/// A model whose calls are counted and timed.
final class CountedChatModel implements ChatModel {
  private final ChatModel model;
  private final ModelCounts counts;

  CountedChatModel(ChatModel model, ModelCounts counts) {
    this.model = model;
    this.counts = counts;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var timed = new Timed(listener);
    var end = ModelCounts.End.FAILED;
    try {
      var reply = model.stream(prompt, timed, cancellation);
      counts.used(reply.usage());
      end = ModelCounts.End.ANSWERED;
      return reply;
    } finally {
      counts.ended(cancellation.cancelled() ? ModelCounts.End.STOPPED : end, timed.sinceBegin());
    }
  }

  /// Passes words on and times the first.
  private final class Timed implements ReplyListener {
    private final ReplyListener listener;
    private final long begin = System.nanoTime();
    private boolean spoke;

    Timed(ReplyListener listener) {
      this.listener = listener;
    }

    private Duration sinceBegin() {
      return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void spoke() {
      if (!spoke) {
        spoke = true;
        counts.spoke(sinceBegin());
      }
    }

    @Override
    public void text(String text) {
      spoke();
      listener.text(text);
    }

    @Override
    public void reasoning(String text) {
      spoke();
      listener.reasoning(text);
    }

    @Override
    public void noted(String sentence) {
      listener.noted(sentence);
    }
  }
}
