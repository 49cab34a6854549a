package org.colloquy.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.colloquy.server.ChatServer;
import org.colloquy.server.RunningServer;
import org.colloquy.server.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is sent: no request fails for a reason nobody planned for, none is kept waiting, and
/// nothing stays behind. `-Dfuzz.requests=100000` sends as many, `-Dfuzz.seed=7` other ones.
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);
  private static final int MEBIBYTE = 1024 * 1024;

  /// What caches may take more than after the first requests.
  private static final int HEAP = 64 * MEBIBYTE;

  @TempDir Path folder;

  private RunningServer start() {
    return ChatServer.start(
        ChatServer.configure(
            List.of(
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--search-engine",
                "none",
                "--openai-address",
                "http://127.0.0.1:9/v1")));
  }

  @Test
  void answersWhateverIsSentAndKeepsNothing() throws IOException {
    System.out.println("fuzz.seed=" + SEED + " fuzz.requests=" + REQUESTS);
    var log = Logger.getLogger("org.colloquy");
    log.setLevel(Level.WARNING);
    try (var server = start();
        var fuzz = new Fuzz(server)) {
      fuzz.send(SEED, 0, REQUESTS / 4);
      var before = Growth.now();
      fuzz.send(SEED, REQUESTS / 4, REQUESTS);

      System.out.println(fuzz.statuses());
      assertThat(fuzz.faults()).isEmpty();
      var owner = new TestClient(server.port(), server.localToken());
      assertThat(owner.get("/api/server").statusCode()).isEqualTo(200);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !owner.get("/api/conversations").body().contains("\"runningTurn\":\""));
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThatNothingGrew(before, Growth.now()));
    } finally {
      log.setLevel(null);
    }
  }

  private static void assertThatNothingGrew(Growth before, Growth now) {
    System.out.println(before + " -> " + now);
    assertThat(now.heap()).isLessThan(before.heap() + HEAP);
    assertThat(now.threads()).isLessThan(before.threads() + 10);
    assertThat(now.files()).isLessThan(before.files() + 10);
  }
}
