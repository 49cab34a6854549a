package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.identity.Letters.Letter;
import org.colloquy.server.core.identity.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLettersTest {
  private static final Instant ELEVEN = Instant.parse("2026-01-15T11:00:00Z");

  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("letters");
  }

  private FileLetters letters() {
    return new FileLetters(folder());
  }

  private static Letter letter(Token.Kind purpose, long account, Instant goodUntil) {
    return new Letter(purpose, account, "ole@example.org", "the-token", goodUntil);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void leavesALetterThatTheOwnerAloneCanRead() throws IOException {
    letters().deliver(letter(Token.Kind.RESET, 7, ELEVEN));

    var file = folder().resolve("20260115T110000Z-7-reset.txt");
    assertThat(Files.readString(file))
        .contains("To: ole@example.org")
        .contains("until 2026-01-15T11:00:00Z")
        .contains("\nthe-token\n")
        .contains("/auth/reset-password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void tellsWhatATokenIsGoodFor() throws IOException {
    letters().deliver(letter(Token.Kind.VERIFY, 7, ELEVEN));

    assertThat(Files.readString(folder().resolve("20260115T110000Z-7-verify.txt")))
        .contains("confirm your address")
        .contains("/auth/verify")
        .doesNotContain("password");
  }

  @Test
  void destroysWhatIsNotGoodAnyMoreAndNothingElse() throws IOException {
    var letters = letters();
    letters.destroyExpired(ELEVEN);
    letters.deliver(letter(Token.Kind.RESET, 1, ELEVEN.minusSeconds(1)));
    letters.deliver(letter(Token.Kind.RESET, 2, ELEVEN.plusSeconds(1)));
    Files.writeString(folder().resolve("20250101T000000Z-3-reset.txt.new"), "half a let");
    Files.writeString(folder().resolve("1-readme.txt"), "mine");

    letters.destroyExpired(ELEVEN);

    assertThat(names()).containsExactly("1-readme.txt", "20260115T110001Z-2-reset.txt");
  }

  @Test
  void fillsNoDisk() throws IOException {
    var letters = letters();
    letters.deliver(letter(Token.Kind.RESET, 0, ELEVEN));
    for (int i = 1; i < FileLetters.MOST; i++) {
      Files.createFile(folder().resolve("20260115T110000Z-" + i + "-reset.txt"));
    }
    var oneMore = letter(Token.Kind.RESET, FileLetters.MOST, ELEVEN.plusSeconds(2));

    assertThat(Problems.of(() -> letters.deliver(oneMore))).isInstanceOf(Problem.Unavailable.class);
    letters.destroyExpired(ELEVEN.plus(Duration.ofSeconds(1)));
    letters.deliver(oneMore);
    assertThat(names()).hasSize(1);
  }
}
