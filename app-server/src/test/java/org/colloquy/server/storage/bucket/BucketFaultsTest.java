package org.colloquy.server.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.storage.bucket.BucketClient.Content;
import org.colloquy.server.storage.bucket.FaultyWay.Fault;
import org.junit.jupiter.api.Test;

/// Storage that is cut off, refuses, or keeps silent.
class BucketFaultsTest {
  private static final int SIZE = 3_000_000;
  private static final byte[] BYTES = new byte[SIZE];
  private static final Patience PATIENT =
      new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), 1_000_000, Duration.ofMillis(10));

  private final String name = S3Server.bucket();

  private static Content content() {
    var hash = new ContentHash(HexFormat.of().formatHex(Sha256.digest().digest(BYTES)));
    return new Content(hash, SIZE, () -> new ByteArrayInputStream(BYTES));
  }

  private BucketClient through(FaultyWay way) {
    return client(way.port(), PATIENT);
  }

  private BucketClient client(int port, Patience patience) {
    return new BucketClient(S3Server.at(port, name), patience);
  }

  private static Patience patience(Duration silence, Duration whole) {
    return new Patience(silence, whole, SIZE, Duration.ofMillis(10));
  }

  private static FaultyWay way(Fault... faults) throws IOException {
    return new FaultyWay(S3Server.port(), faults);
  }

  private static void assertUnavailable(Problem problem, String why) {
    assertThat(problem).isInstanceOf(Problem.Unavailable.class);
    assertThat(Sentences.of(problem)).contains(why).doesNotContain("geheim", "Signature");
  }

  @Test
  void isSentAgainAfterTheConnectionWasCutInTheMiddle() throws IOException {
    try (var way = way(new Fault.CutAfter(SIZE / 2));
        var bucket = through(way)) {
      bucket.put("one", content());

      assertThat(bucket.size("one")).hasValue(SIZE);
      assertThat(way.connections()).isGreaterThan(1);
    }
  }

  @Test
  void isNotThereWhenEveryConnectionIsCut() throws IOException {
    var cut = new Fault.CutAfter(SIZE / 2);
    try (var way = way(cut, cut, cut);
        var bucket = through(way)) {
      assertUnavailable(Problems.of(() -> bucket.put("one", content())), "cannot be reached");

      assertThat(bucket.size("one")).isEmpty();
      assertThat(bucket.list("")).isEmpty();
    }
  }

  @Test
  void isAskedAgainWhenItDoesNotWorkForAMoment() throws IOException {
    var busy = new Fault.Says("503 Slow Down");
    try (var way = way(busy, busy);
        var bucket = through(way)) {
      assertThat(bucket.list("")).isEmpty();
    }
  }

  @Test
  void isAskedThreeTimesAtMost() throws IOException {
    var busy = new Fault.Says("503 Slow Down");
    try (var way = way(busy, busy, busy, busy);
        var bucket = through(way)) {
      assertUnavailable(Problems.of(() -> bucket.list("")), "status 503");

      assertThat(way.connections()).isEqualTo(3);
    }
  }

  @Test
  void isAskedOnceWhenItRefuses() throws IOException {
    try (var way = way(new Fault.Says("403 Forbidden"));
        var bucket = through(way)) {
      assertUnavailable(Problems.of(() -> bucket.list("")), "access key");

      assertThat(way.connections()).isEqualTo(1);
    }
  }

  @Test
  void isNotWaitedForWhenItKeepsSilent() throws IOException {
    var silent = new Fault.Silent();
    try (var way = way(silent, silent, silent);
        var bucket = client(way.port(), patience(Duration.ofMillis(200), Duration.ofHours(1)))) {
      assertUnavailable(Problems.of(() -> bucket.get("one")), "in time");
    }
  }

  @Test
  void isNotWaitedForWhenItTakesNothing() throws IOException {
    var silent = new Fault.Silent();
    try (var way = way(silent, silent, silent);
        var bucket = client(way.port(), patience(Duration.ofHours(1), Duration.ofMillis(200)))) {
      assertUnavailable(Problems.of(() -> bucket.put("one", content())), "in time");
    }
  }

  @Test
  void saysSoWhenItIsNotThere() throws IOException {
    int nobody;
    try (var way = way()) {
      nobody = way.port();
    }
    try (var bucket = client(nobody, PATIENT)) {
      assertUnavailable(Problems.of(() -> bucket.remove("one")), "cannot be reached");
    }
  }

  @Test
  void breaksOffWhatWasBegunWhenItIsCut() throws IOException {
    try (var way = way(new Fault.CutAnswerAfter(SIZE / 2));
        var direct = client(S3Server.port(), PATIENT);
        var bucket = through(way)) {
      direct.put("one", content());
      try (var read = bucket.get("one").orElseThrow()) {
        assertThatThrownBy(read::readAllBytes).isInstanceOf(IOException.class);
      }
    }
  }
}
