package org.colloquy.server.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A browser that shows one page to nobody.
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final Path profile;

  private Chromium(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  /// Opens a page. Skips the test where there is no Chromium.
  ///
  /// @param names which host names lead where, as Chromium wants them told
  /// @param more of what Chromium is told
  static Chromium open(String address, String names, String... more) {
    var program = program();
    assumeTrue(program.isPresent(), "There is no Chromium on the PATH.");
    try {
      var profile = Files.createTempDirectory("colloquy-chromium");
      var usual =
          Stream.of(
              program.get().toString(),
              "--headless=new",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-dev-shm-usage",
              "--disable-background-networking",
              "--disable-popup-blocking",
              "--no-first-run",
              // What the server does by itself, not what newer browsers do for it.
              "--disable-features=LocalNetworkAccessChecks",
              "--user-data-dir=" + profile,
              "--host-resolver-rules=" + names);
      var builder =
          new ProcessBuilder(
              Stream.of(usual, Stream.of(more), Stream.of(address)).flatMap(each -> each).toList());
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      return new Chromium(builder.start(), profile);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Path> program() {
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return NAMES.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Where it writes down what only its starter should know.
  Path profile() {
    return profile;
  }

  @Override
  public void close() {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
    try (var files = Files.walk(profile)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
