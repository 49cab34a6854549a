package org.colloquy.server.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.server.extract.wire.Job;

/// Tesseract, where people installed it. Looked for with each file, so that it counts as soon as it
/// is there.
public final class Tesseract implements Eyes {
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z_]{3,20}");
  private static final int MOST_LANGUAGES = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String USUAL = "eng";

  @Override
  public Job.Eyes found() {
    return WorkerCommand.findProgram("tesseract")
        .map(program -> asked(program, PATIENCE))
        .orElse(Job.Eyes.NONE);
  }

  /// What a program says that it can; nothing if it does not say so in time.
  static Job.Eyes asked(Path program, Duration patience) {
    try {
      var process =
          new ProcessBuilder(program.toString(), "--list-langs").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Job.Eyes.NONE;
      }
      var said = new String(process.getInputStream().readNBytes(100_000), StandardCharsets.UTF_8);
      var languages = languages(said);
      return languages.isEmpty()
          ? Job.Eyes.NONE
          : new Job.Eyes(program.toAbsolutePath().toString(), languages);
    } catch (IOException e) {
      return Job.Eyes.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Job.Eyes.NONE;
    }
  }

  /// English first, then the others in their order; each makes reading slower.
  private static List<String> languages(String said) {
    var known =
        said.lines()
            .map(String::strip)
            .filter(line -> LANGUAGE.matcher(line).matches() && !line.equals("osd"))
            .toList();
    var usual = Optional.of(USUAL).filter(known::contains).stream();
    return Stream.concat(usual, known.stream()).distinct().limit(MOST_LANGUAGES).toList();
  }
}
