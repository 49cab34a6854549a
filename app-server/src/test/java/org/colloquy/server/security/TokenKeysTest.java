package org.colloquy.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.colloquy.model.ProblemException;
import org.colloquy.server.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {
  private static final byte[] WORDS = {1, 2, 3};

  private final SettableClock clock = new SettableClock();
  @TempDir Path folder;

  private TokenKeys open() {
    return TokenKeys.inFolder(folder, new SecureRandom(), clock);
  }

  private Path file() {
    return folder.resolve("token-keys.json");
  }

  private static byte[] signature(TokenKeys keys, String name) {
    return keys.named(name).orElseThrow().sign(WORDS);
  }

  @Test
  void makesAKeyThatOnlyTheOwnerCanRead() throws IOException {
    var keys = open();

    assertThat(keys.newest().getKeyBytes()).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(open().newest().getKeyBytes()).isEqualTo(keys.newest().getKeyBytes());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file(), folder.resolve("token-keys.lock"));
    }
  }

  @Test
  void takesOverTheOneKeyOfOlderPrograms() throws IOException {
    var old = new byte[32];
    old[7] = 7;
    Files.write(folder.resolve("token.key"), old);

    assertThat(open().newest().getKeyBytes()).isEqualTo(old);

    assertThat(folder.resolve("token.key")).doesNotExist();
    assertThat(open().named(null).orElseThrow().getKeyBytes()).isEqualTo(old);
  }

  @Test
  void signsWithANewKeyAfterThirtyDaysAndKeepsTheOldOneAWhile() {
    var keys = open();
    var first = signature(keys, "1");

    clock.advance(TokenKeys.SIGNS.minusSeconds(1));
    assertThat(keys.newest().keyId()).isEqualTo("1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.newest().keyId()).isEqualTo("2");

    assertThat(signature(keys, "1")).isEqualTo(first).isNotEqualTo(signature(keys, "2"));
    assertThat(signature(open(), "1")).isEqualTo(first);
    assertThat(signature(open(), "2")).isEqualTo(signature(keys, "2"));
    clock.advance(TokenKeys.SIGNS);
    assertThat(keys.newest().keyId()).isEqualTo("3");
    assertThat(keys.named("1")).isEmpty();
    assertThat(keys.named("2")).isPresent();
    assertThat(open().named("1")).isEmpty();
  }

  @Test
  void makesOneNewKeyForManyWhoAskAtOnce() throws InterruptedException {
    var keys = open();
    clock.advance(TokenKeys.SIGNS);
    var threads =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> keys.newest()))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(keys.newest().keyId()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(longs = {3650, -3650})
  void bearsAClockThatJumps(long days) {
    var keys = open();
    var first = signature(keys, "1");

    clock.advance(Duration.ofDays(days));
    assertThat(keys.newest().keyId()).isEqualTo("2");
    assertThat(keys.newest().keyId()).isEqualTo("2");
    clock.advance(Duration.ofDays(-days));

    assertThat(keys.newest().keyId()).isEqualTo("3");
    assertThat(keys.newest().keyId()).isEqualTo("3");
    assertThat(signature(keys, "1")).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"1\",\"alg\":\"HS256\",\"k\":\"AAAA\",\"iat\":1}]}",
      })
  void saysThatItsFileIsBrokenAndLeavesIt(String content) throws IOException {
    Files.writeString(file(), content);

    assertThatThrownBy(this::open).isInstanceOf(ProblemException.class);

    assertThat(file()).hasContent(content);
  }

  @Test
  void refusesAnOldKeyOfTheWrongLength() throws IOException {
    Files.write(folder.resolve("token.key"), new byte[3]);

    assertThatThrownBy(this::open).isInstanceOf(ProblemException.class);

    assertThat(folder.resolve("token.key")).exists();
  }
}
