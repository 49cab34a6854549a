package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs the scripts in `src/test/node`. Their packages are installed once, in `target/node`.
final class NodeScripts {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path FOLDER = Path.of("target", "node");
  private static final Path INSTALLED = FOLDER.resolve("installed");
  private static final int OLDEST_NODE = 20;
  private static final long PATIENCE_MINUTES = 2;

  private NodeScripts() {}

  /// Runs a script to its end. Skips the test where Node, npm or the packages are missing.
  ///
  /// @param told gets each line that the script prints
  static void run(String script, int port, Consumer<String> told, String... arguments) {
    prepare();
    var command = new ArrayList<>(List.of("node", script, "http://localhost:" + port));
    for (var argument : arguments) {
      // Not every system passes on every character.
      command.add(URLEncoder.encode(argument, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    var ended = execute(FOLDER, told, command);
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private static synchronized void prepare() {
    var version = attempted(List.of("node", "--version"));
    assumeTrue(version.status() == 0, "There is no Node on the PATH.");
    var major = version.said().replaceFirst("(?s)^v(\\d+)\\..*", "$1");
    assumeTrue(
        major.matches("\\d+") && Integer.parseInt(major) >= OLDEST_NODE,
        "Node is older than " + OLDEST_NODE + ": " + version.said());
    try {
      copySources();
      var wanted = Files.readString(SOURCES.resolve("package-lock.json"));
      if (!Files.exists(INSTALLED) || !Files.readString(INSTALLED).equals(wanted)) {
        install();
        Files.writeString(INSTALLED, wanted);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void copySources() throws IOException {
    Files.createDirectories(FOLDER);
    try (var files = Files.list(SOURCES)) {
      for (var file : files.toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void install() {
    var ended =
        attempted(
            List.of(
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                "--fetch-retries=0"));
    assumeTrue(ended.status() == 0, "npm could not install the packages: " + ended.said());
  }

  /// What a program said and how it ended, whether it is there or not.
  private static Ended attempted(List<String> command) {
    return execute(Files.isDirectory(FOLDER) ? FOLDER : Path.of("."), _ -> {}, command);
  }

  private static Ended execute(Path folder, Consumer<String> told, List<String> command) {
    var said = new StringBuilder();
    try {
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES)
          .execute(process::destroyForcibly);
      try (var lines = process.inputReader()) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          said.append(line).append('\n');
          told.accept(line);
        }
      }
      return new Ended(process.waitFor(), said.toString());
    } catch (IOException e) {
      return new Ended(-1, e.getMessage());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private record Ended(int status, String said) {}
}
