package org.colloquy.server.core.turn;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.model.Message;

/// Saves the question while the model is already being asked, so that the disk costs no time.
/// Nothing the model says is passed on before the question is safe.
final class Saving {
  private final FutureTask<List<Message>> task;
  private boolean known;

  /// Starts saving.
  ///
  /// @param append stores them
  /// @param announce told of the stored messages, before [#await] returns
  Saving(Supplier<List<Message>> append, Consumer<List<Message>> announce) {
    this.task =
        new FutureTask<>(() -> {
          var stored = append.get();
          announce.accept(stored);
          return stored;
        });
  }

  /// Runs on a virtual thread; `failed` is told when nothing could be saved.
  Saving start(Runnable failed) {
    Thread.ofVirtual()
        .name("saving")
        .start(() -> {
          task.run();
          if (task.state() == Future.State.FAILED) {
            failed.run();
          }
        });
    return this;
  }

  /// Returns when the question is safe. Interrupts wait until then.
  ///
  /// @throws RuntimeException what the store threw, when it could not be saved
  void await() {
    if (known) {
      return;
    }
    boolean interrupted = false;
    while (!known) {
      try {
        task.get();
        known = true;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
