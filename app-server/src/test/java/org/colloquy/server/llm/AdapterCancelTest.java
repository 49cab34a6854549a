package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ReplyListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A question that nobody wants answered any more costs nothing from then on.
class AdapterCancelTest extends AdapterCase {
  private static final int CANCELLED = 200;
  private static final int WORDS = 300;
  private static final long SOON_MILLIS = 100;

  @ParameterizedTest
  @EnumSource
  void hangsUpAtOnce(Tongue tongue) throws InterruptedException {
    var times = new ArrayList<Long>();
    for (int i = 0; i < 9; i++) {
      times.add(millisToHangUp(tongue));
    }

    times.sort(null);
    assertThat(times.get(times.size() / 2)).isLessThan(SOON_MILLIS);
  }

  @Test
  void leavesNothingOpenAfterManyCancellations() throws InterruptedException {
    var random = new Random(11);
    var ended = new AtomicInteger();
    var tongues = Tongue.values();
    for (int from = 0; from < CANCELLED; from += 20) {
      var tongue = tongues[from / 20 % tongues.length];
      provider.forgets();
      var hanging = speaks(tongue, random);
      cancelTwenty(tongue, random, ended);
      hanging.open(); // else it would fail, much later, in the middle of another test
    }

    connections.close();
    await().until(() -> provider.openConnections() == 0);
    assertThat(ended.get()).isGreaterThan(CANCELLED / 4);
  }

  private long millisToHangUp(Tongue tongue) throws InterruptedException {
    var gate = new Gate();
    var one = new Cancellation();
    provider
        .forgets()
        .sends(connection -> {
          connection.beginStream();
          gate.pass();
        });
    var asking = Thread.ofVirtual().start(() -> askUntilCancelled(tongue, heard, one));
    gate.awaitReached();

    var before = System.nanoTime();
    one.cancel();
    await()
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> provider.openConnections() == 0);
    var after = System.nanoTime();

    asking.join();
    gate.open();
    return (after - before) / 1_000_000;
  }

  /// Says some words, then hangs in half of the answers, at this gate.
  private Gate speaks(Tongue tongue, Random random) {
    var never = new Gate();
    provider.sends(connection -> {
      connection.beginStream();
      connection.chunk(
          bytes(String.join("", tongue.begin().stream().map(tongue::framed).toList()) + "\n"));
      for (int said = 0; said < WORDS; said++) {
        connection.chunk(bytes(tongue.framed(tongue.word("word "))));
      }
      if (random.nextBoolean()) {
        never.pass();
      }
      connection.chunk(bytes(String.join("", tongue.end().stream().map(tongue::framed).toList())));
      connection.endStream();
    });
    return never;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Starts twenty questions and cancels each after another number of words.
  private void cancelTwenty(Tongue tongue, Random random, AtomicInteger ended)
      throws InterruptedException {
    List<Thread> asking = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 20; i++) {
      var one = new Cancellation();
      var left = new AtomicInteger(1 + random.nextInt(WORDS));
      var listener = cancelling(one, left);
      asking.add(
          Thread.ofVirtual()
              .start(() -> {
                if (askUntilCancelled(tongue, listener, one)) {
                  ended.incrementAndGet();
                }
              }));
    }
    for (var thread : asking) {
      thread.join();
    }
  }

  private static ReplyListener cancelling(Cancellation one, AtomicInteger left) {
    return new ReplyListener() {
      @Override
      public void text(String text) {
        if (left.decrementAndGet() == 0) {
          Thread.ofVirtual().start(one::cancel);
        }
      }

      @Override
      public void reasoning(String text) {}
    };
  }

  /// Whether it was cancelled before it ended.
  private boolean askUntilCancelled(Tongue tongue, ReplyListener listener, Cancellation one) {
    try {
      model(tongue).stream(PROMPT, listener, one);
      return false;
    } catch (CancellationException _) {
      return true;
    }
  }
}
