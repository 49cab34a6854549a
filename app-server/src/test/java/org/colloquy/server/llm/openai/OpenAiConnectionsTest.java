package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.StopReason;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.llm.ProviderJson;
import org.junit.jupiter.api.Test;

class OpenAiConnectionsTest extends ChatModelCase {

  @Test
  void usesAConnectionAgain() {
    provider.says("a");
    for (int asked = 1; asked <= 5; asked++) {
      ask();
      awaitReturned();
    }

    assertThat(provider.requests()).hasSize(5);
    assertThat(provider.acceptedConnections()).isEqualTo(1);
  }

  @Test
  void usesAConnectionAgainAfterARefusal() {
    provider.answers(400, ProviderJson.error("no")).says("a");

    askInVain();
    ask();

    assertThat(provider.acceptedConnections()).isEqualTo(1);
  }

  @Test
  void makesANewConnectionWhenTheKeptOneIsDead() {
    provider.says("a");
    ask();
    awaitReturned();
    provider.dropConnections();

    ask();

    assertThat(heard.words()).containsExactly("a", "a");
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void sendsItOnceMoreWhenTheKeptConnectionDiesOfIt() {
    provider.says("a").sends(connection -> connection.close()).says("b");
    ask();
    awaitReturned();

    ask();

    assertThat(heard.words()).containsExactly("a", "b");
    assertThat(provider.requests()).hasSize(3);
  }

  @Test
  void doesNotSendItAgainWhenAnAnswerHadBegun() {
    provider
        .says("a")
        .sends(connection -> {
          connection.raw("HTTP/1.1 200");
          connection.close();
        });
    ask();
    awaitReturned();

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.CUT);
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void doesNotKeepAConnectionThatTheServerWantsClosed() {
    provider.answers(
        200,
        "{\"choices\":[{\"message\":{\"content\":\"x\"}}]}",
        "Content-Type: application/json",
        "Connection: close");

    ask();

    await().until(() -> provider.openConnections() == 0);
  }

  @Test
  void doesNotWaitForAnEndThatDoesNotCome() {
    var gate = new Gate();
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(ProviderJson.delta("a"));
      connection.event(ProviderJson.stop("stop"));
      connection.event("[DONE]");
      gate.pass();
    });

    assertThat(ask().stopReason()).isEqualTo(StopReason.STOP);
    await().until(() -> provider.openConnections() == 0);
    gate.open();
  }

  @Test
  void hangsUpAtOnceWhenCancelled() throws InterruptedException {
    var gate = new Gate();
    provider.says("a", "b").pausesAfter(1, gate);
    var ended = new AtomicInteger();
    var asking = Thread.ofVirtual().start(() -> askUntilCancelled(cancellation, ended));
    gate.awaitReached();

    cancellation.cancel();

    asking.join();
    assertThat(ended).hasValue(1);
    await().until(() -> provider.openConnections() == 0);
    gate.open();
  }

  @Test
  void doesNotEvenConnectWhenCancelledBefore() {
    cancellation.cancel();
    var ended = new AtomicInteger();

    askUntilCancelled(cancellation, ended);

    assertThat(ended).hasValue(1);
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void leavesNothingOpenAfterManyCancellations() throws InterruptedException {
    var random = new Random(7);
    provider.sends(connection -> {
      connection.beginStream();
      for (int said = 0; said < 400; said++) {
        connection.event(ProviderJson.delta("word "));
      }
      connection.event(ProviderJson.stop("stop"));
      connection.event("[DONE]");
      connection.endStream();
    });
    var ended = new AtomicInteger();
    for (int round = 0; round < 10; round++) {
      cancelTwenty(random, ended);
    }

    connections.close();
    await().until(() -> provider.openConnections() == 0);
    assertThat(ended.get()).isPositive();
  }

  /// Starts twenty questions and cancels each after another number of words.
  private void cancelTwenty(Random random, AtomicInteger ended) throws InterruptedException {
    var asking = new ArrayList<Thread>();
    for (int i = 0; i < 20; i++) {
      var one = new Cancellation();
      var words = random.nextInt(450);
      asking.add(Thread.ofVirtual().start(() -> askUntilWords(one, words, ended)));
    }
    for (var thread : asking) {
      thread.join();
    }
  }

  private void askUntilWords(Cancellation one, int words, AtomicInteger ended) {
    var left = new AtomicInteger(words);
    var listener =
        new ReplyListener() {
          @Override
          public void text(String text) {
            if (left.decrementAndGet() == 0) {
              Thread.ofVirtual().start(one::cancel);
            }
          }

          @Override
          public void reasoning(String text) {}
        };
    try {
      model(null).stream(PROMPT, listener, one);
    } catch (CancellationException _) {
      ended.incrementAndGet();
    }
  }

  private void askUntilCancelled(Cancellation one, AtomicInteger ended) {
    try {
      model(null).stream(PROMPT, heard, one);
    } catch (CancellationException _) {
      ended.incrementAndGet();
    }
  }

  /// The end of a stream is read on another thread; only then the connection is free again.
  private void awaitReturned() {
    await().until(() -> connections.kept() == 1);
  }
}
