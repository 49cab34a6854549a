package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.security.Argon2PasswordHasher;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords =
      new Passwords(new Argon2PasswordHasher(new java.security.SecureRandom()));

  @Test
  void hashesOneAtATimeAndLetsFewWait() throws InterruptedException {
    var free = new CountDownLatch(1);
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var begun = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i <= Passwords.MOST_WAITING; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() ->
                  passwords.inTurn(() -> {
                    begun.incrementAndGet();
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    try {
                      free.await();
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                    return atOnce.decrementAndGet();
                  })));
    }
    await()
        .until(
            () -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

    assertThat(Problems.of(() -> passwords.hash("a good password")))
        .isInstanceOf(Problem.RateLimited.class);

    free.countDown();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(begun).hasValue(Passwords.MOST_WAITING + 1);
    assertThat(most).hasValue(1);
    assertThat(passwords.hash("a good password")).startsWith("$argon2id$");
  }

  @Test
  void letsTheNextOneInAfterAFailure() {
    for (int i = 0; i < 2 * Passwords.MOST_WAITING; i++) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(() ->
                  passwords.inTurn(() -> {
                    throw new IllegalStateException("broken");
                  })))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(passwords.hash("a good password")).startsWith("$argon2id$");
  }
}
