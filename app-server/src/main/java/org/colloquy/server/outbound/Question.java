package org.colloquy.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.server.core.turn.Cancellation;

/// A question to the name service, on a thread of its own, because nothing else can end that.
final class Question {
  private final FutureTask<List<InetAddress>> task;

  Question(Callable<List<InetAddress>> look) {
    this.task = new FutureTask<>(look);
  }

  List<InetAddress> answer(Duration most, Cancellation cancellation) throws UnknownHostException {
    try (var _ = cancellation.onCancel(() -> task.cancel(false))) {
      Thread.ofVirtual().name("resolve").start(task);
      return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RefusedException refused ? refused : unknown(e);
    } catch (TimeoutException e) {
      throw new SilentNamesException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(e);
    }
  }

  private static UnknownHostException unknown(Exception cause) {
    var unknown = new UnknownHostException("nobody knows where it is");
    unknown.initCause(cause);
    return unknown;
  }
}
