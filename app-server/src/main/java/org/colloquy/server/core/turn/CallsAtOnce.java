package org.colloquy.server.core.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.colloquy.model.ToolCall;

/// Has calls done at the same time, a few of them, and tells what came of each.
final class CallsAtOnce implements AutoCloseable {
  /// How many run at the same time; the others wait for them.
  static final int MOST = 4;

  private final Map<String, FutureTask<String>> tasks = new HashMap<>();

  /// Begins them.
  ///
  /// @param calls no two with the same id
  CallsAtOnce(List<ToolCall> calls, Function<ToolCall, String> work) {
    var places = new Semaphore(MOST, true);
    for (var call : calls) {
      var task =
          new FutureTask<>(() -> {
            places.acquire();
            try {
              return work.apply(call);
            } finally {
              places.release();
            }
          });
      tasks.put(call.id(), task);
      Thread.ofVirtual().name("call").start(task);
    }
  }

  /// Waits for what came of it.
  ///
  /// @throws CancellationException when the turn was stopped meanwhile
  String result(ToolCall call) {
    try {
      return Objects.requireNonNull(tasks.get(call.id())).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Ends what still runs.
  @Override
  public void close() {
    tasks.values().forEach(task -> task.cancel(true));
  }
}
