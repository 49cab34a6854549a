package org.colloquy.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs that take part in a benchmark, and how they are started.
///
/// @param home the folder of Colloquy's launcher
/// @param folder where they keep what they write
record Programs(Path home, Path folder) {
  private static final String JAVA_HOME = System.getProperty("java.home");

  static Programs in(Path folder) {
    return new Programs(Path.of(System.getProperty("colloquy.home", "")).toAbsolutePath(), folder);
  }

  /// Where the server keeps everything.
  Path data() {
    return folder.resolve("data");
  }

  /// Where the server keeps the key that seals others: not in the home of whoever measures.
  Path keyFile() {
    return folder.resolve("secrets.key");
  }

  /// The fake provider, in a process of its own.
  Child provider() throws InterruptedException {
    int port = Child.freePort();
    List<String> command =
        List.of(
            JAVA_HOME + "/bin/java",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            FakeProvider.class.getName(),
            "--port",
            Integer.toString(port));
    Path log = folder.resolve("provider.log");
    return Child.start(command, Map.of(), port, log).awaitAnswer("/v1/models");
  }

  /// Colloquy's server as its launcher starts it, not yet ready.
  ///
  /// @param javaOptions more options for its Java; empty for none
  Child server(String openAiAddress, String javaOptions) {
    return server(openAiAddress, javaOptions, Map.of());
  }

  /// As above, with more settings.
  Child server(String openAiAddress, String javaOptions, Map<String, String> settings) {
    int port = Child.freePort();
    List<String> command =
        List.of(
            home.resolve("colloquy").toString(),
            "serve",
            "--port",
            Integer.toString(port),
            "--data",
            data().toString());
    Map<String, String> environment = new HashMap<>(settings);
    environment.putAll(
        Map.of(
            "COLLOQUY_JAVA_HOME",
            JAVA_HOME,
            "OPENAI_BASE_URL",
            openAiAddress,
            "OPENAI_API_KEY",
            "sk-benchmark",
            "COLLOQUY_ANSWERS_AT_ONCE",
            "99999",
            "COLLOQUY_KEY_FILE",
            keyFile().toString(),
            "JDK_JAVA_OPTIONS",
            javaOptions));
    return Child.start(command, environment, port, folder.resolve("server.log"));
  }

  /// nginx as a proxy in front of a port; empty when it is not installed.
  Optional<Child> nginx(int upstream) throws InterruptedException {
    Optional<Path> program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .map(place -> Path.of(place, "nginx"))
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    int port = Child.freePort();
    Path settings = folder.resolve("nginx.conf");
    try {
      Files.writeString(settings, nginxSettings(upstream, port));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    List<String> command =
        List.of(
            program.get().toString(),
            "-p",
            folder.toString(),
            "-c",
            settings.toString(),
            "-e",
            folder.resolve("nginx.log").toString());
    return Optional.of(
        Child.start(command, Map.of(), port, folder.resolve("nginx.log"))
            .awaitAnswer("/v1/models"));
  }

  /// The settings of nginx: unbuffered, with kept connections, everything it writes in this folder.
  private String nginxSettings(int upstream, int port) throws IOException {
    try (InputStream settings = Programs.class.getResourceAsStream("nginx.conf")) {
      return new String(requireNonNull(settings).readAllBytes(), StandardCharsets.UTF_8)
          .replace("FOLDER", folder.toString())
          .replace("UPSTREAM", Integer.toString(upstream))
          .replace("PORT", Integer.toString(port));
    }
  }
}
