package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One account is given only so many answers at the same time, whatever asks for them.
class RunningAnswersTest {
  private static final Problem LATER = new Problem.RateLimited(Duration.ofSeconds(5));

  private final CountDownLatch asked = new CountDownLatch(2);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TestCore test = TestCore.giving(2, this::answer);

  private Reply answer(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    asked.countDown();
    await(answered);
    listener.text("Hello");
    return new Reply(List.of(), Usage.NONE, StopReason.STOP);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    answered.countDown();
    threads.close();
    test.close();
  }

  private void turn(Caller caller) {
    var conversation = test.core().conversations().create(caller, "x").id();
    var request =
        new TurnRequest(
            conversation,
            new TurnRequest.Question.Said("hi", null),
            new ModelChoice.Usual(),
            TurnRequest.WhenReaderLeaves.STOP);
    test.core().turns().run(caller, request, new RecordingSink());
  }

  private RecordingSink completion(Caller caller) {
    var sink = new RecordingSink();
    test.core()
        .completions()
        .run(
            caller,
            new CompletionRequest(
                new ModelChoice.Usual(), List.of(new Prompt.Line(Role.USER, "hi"))),
            _ -> sink);
    return sink;
  }

  @Test
  void oneMoreHasToWaitUntilOneIsGiven() throws Exception {
    var owner = test.owner();
    var running =
        List.of(
            CompletableFuture.runAsync(() -> turn(owner), threads),
            CompletableFuture.runAsync(() -> completion(owner), threads));
    await(asked);

    for (Runnable more : List.<Runnable>of(() -> turn(owner), () -> completion(owner))) {
      assertThatThrownBy(more::run)
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem()).isEqualTo(LATER));
    }
    var other = CompletableFuture.supplyAsync(() -> completion(test.member("kari")), threads);
    answered.countDown();
    for (var one : running) {
      one.get(20, TimeUnit.SECONDS);
    }

    assertThat(other.get(20, TimeUnit.SECONDS).events().getLast())
        .isInstanceOf(TurnEvent.Finished.class);
    turn(owner);
    assertThat(completion(owner).events()).contains(new TurnEvent.TextDelta("Hello"));
  }
}
