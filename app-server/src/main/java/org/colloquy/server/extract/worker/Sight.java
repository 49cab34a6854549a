package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.colloquy.server.extract.wire.Job;

/// Reads what is written in pictures, where there is a program for it, as long as there is time.
final class Sight {
  private static final long LONGEST_TEXT = 1_000_000;

  private final Job.Eyes eyes;
  private final Deadline deadline;

  Sight(Job.Eyes eyes, Deadline deadline) {
    this.eyes = eyes;
    this.deadline = deadline;
  }

  boolean isThere() {
    return eyes.areThere();
  }

  boolean hasTime() {
    return !deadline.forPictures().isNegative();
  }

  /// What is written in a picture; nothing when there was no time or it could not be read.
  Optional<String> read(Path picture) throws IOException {
    var time = deadline.forPictures();
    if (!isThere() || time.isNegative()) {
      return Optional.empty();
    }
    var text = Path.of("seen").toAbsolutePath();
    var process =
        new ProcessBuilder(
                eyes.program(),
                picture.toString(),
                text.toString(),
                "-l",
                String.join("+", eyes.languages()),
                "txt")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    var seen = Path.of("seen.txt").toAbsolutePath();
    if (process.exitValue() != 0 || !Files.exists(seen) || Files.size(seen) > LONGEST_TEXT) {
      return Optional.empty();
    }
    var said = new String(Files.readAllBytes(seen), StandardCharsets.UTF_8);
    Files.delete(seen);
    return Optional.of(said.replace("\f", "").replace("\r\n", "\n").strip());
  }
}
