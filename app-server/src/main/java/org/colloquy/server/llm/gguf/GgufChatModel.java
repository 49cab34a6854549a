package org.colloquy.server.llm.gguf;

import de.kherud.llama.LlamaModel;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.jspecify.annotations.Nullable;

/// A model in a GGUF file. It calls no tools and sees no pictures.
public final class GgufChatModel implements ChatModel {
  private static final int MOST_AHEAD = 64;
  private static final int SECONDS_BETWEEN_NOTES = 5;
  private static final long GIGABYTE = 1_000_000_000;

  private final GgufRuntime runtime;
  private final Provider provider;

  public GgufChatModel(GgufRuntime runtime, Provider provider) {
    this.runtime = runtime;
    this.provider = provider;
  }

  /// What comes from the model's thread.
  private sealed interface Said {
    record Words(String text) implements Said {}

    record Ended(Reply reply) implements Said {}

    record Failed(RuntimeException failure) implements Said {}

    /// Somebody wants it to stop.
    record Stop() implements Said {}
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var file = file();
    var said = new ArrayBlockingQueue<Said>(MOST_AHEAD);
    var gone = new Cancellation();
    if (!runtime.isLoaded()) {
      listener.noted(
          "%s is being loaded (%.1f GB).".formatted(file.name(), file.size() / (double) GIGABYTE));
    }
    var work =
        runtime.run(
            file,
            model -> say(model, new GgufPrompt(prompt, file.context()), said, gone),
            failure -> put(said, new Said.Failed(failure), gone));
    try (var _ = cancellation.onCancel(() -> stop(said, gone))) {
      return heard(file, said, listener, cancellation);
    } finally {
      gone.cancel();
      work.cancel(false); // if it has not begun
    }
  }

  private GgufFile file() {
    try {
      return GgufFile.of(provider);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable(provider.name() + ": " + e.getMessage()), e);
    }
  }

  private static Reply heard(
      GgufFile file, BlockingQueue<Said> queue, ReplyListener listener, Cancellation cancellation) {
    int waited = 0;
    boolean begun = false;
    while (true) {
      var next = next(queue);
      if (cancellation.cancelled()) {
        throw new CancellationException("cancelled");
      }
      switch (next) {
        case null -> {
          waited += SECONDS_BETWEEN_NOTES;
          if (!begun) {
            listener.noted("%s is not ready yet (%d s).".formatted(file.name(), waited));
          }
        }
        case Said.Words(var text) -> {
          begun = true;
          listener.text(text);
        }
        case Said.Ended(var reply) -> {
          return reply;
        }
        case Said.Failed(var failure) -> throw failure;
        case Said.Stop() -> throw new CancellationException("cancelled");
      }
    }
  }

  private static @Nullable Said next(BlockingQueue<Said> queue) {
    try {
      return queue.poll(SECONDS_BETWEEN_NOTES, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /// Runs on the model's thread.
  private static void say(
      LlamaModel model, GgufPrompt prompt, BlockingQueue<Said> said, Cancellation gone) {
    var asked = prompt.toAsk(model);
    var words = model.generate(asked.parameters()).iterator();
    int tokens = 0;
    while (words.hasNext()) {
      if (gone.cancelled()) {
        words.cancel();
        return;
      }
      var text = words.next().text;
      if (words.hasNext()) {
        tokens++; // the last one only says that it is the last
      }
      if (!text.isEmpty()) {
        put(said, new Said.Words(text), gone);
      }
    }
    put(said, new Said.Ended(asked.reply(tokens)), gone);
  }

  /// Waits while nobody listens, but not for somebody who has gone.
  private static void put(BlockingQueue<Said> queue, Said said, Cancellation gone) {
    try {
      while (!gone.cancelled() && !queue.offer(said, 1, TimeUnit.SECONDS)) {
        // It is slow, or has gone meanwhile.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(BlockingQueue<Said> said, Cancellation gone) {
    gone.cancel();
    do {
      said.clear();
    } while (!said.offer(new Said.Stop()));
  }
}
