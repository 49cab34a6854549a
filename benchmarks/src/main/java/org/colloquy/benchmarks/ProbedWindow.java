package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The desktop in a process of its own, on JavaFX's headless platform, with a probe that says when
/// its window could be seen.
///
/// @param begun when the process was started
record ProbedWindow(Child child, Path log, long begun) implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  /// Starts it as the launcher starts the desktop; only the main class is another one, and there
  /// need not be a display.
  ///
  /// @param probe what starts it and looks at it
  /// @param title of the conversation that it opens; empty for none
  /// @param settings more of them, for the environment
  static ProbedWindow start(
      Programs programs, Class<?> probe, String title, Map<String, String> settings) {
    List<String> modules = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    String path = System.getProperty("java.class.path");
    for (String jar : path.split(System.getProperty("path.separator"), -1)) {
      if (jar.matches(".*/javafx-[a-z]+-[^/]*-(linux|mac)[^/]*\\.jar")) {
        modules.add(jar);
      } else if (!jar.matches(".*/javafx-[^/]*\\.jar")) {
        classes.add(jar);
      }
    }
    int port = Child.freePort();
    List<String> command =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:SharedArchiveFile=" + programs.folder().resolve("window.jsa"),
                    "-XX:+AutoCreateSharedArchive",
                    "-Xlog:cds*=off,aot*=off"),
                Stream.of(
                    "-XX:+UseSerialGC", "-Xms40m", "-Xmx768m", "-XX:TrimNativeHeapInterval=10000"),
                Stream.of("--enable-native-access=ALL-UNNAMED,javafx.graphics"),
                Stream.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                Stream.of("--module-path", String.join(":", modules)),
                Stream.of("--add-modules", "javafx.controls,javafx.fxml"),
                Stream.of("-cp", String.join(":", classes), probe.getName(), title),
                Stream.of("--data", programs.data().toString(), "--port", Integer.toString(port)))
            .flatMap(part -> part)
            .toList();
    Path log = programs.folder().resolve("window.log");
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("COLLOQUY_KEY_FILE", programs.keyFile().toString());
    long begun = System.nanoTime();
    return new ProbedWindow(Child.start(command, environment, port, log), log, begun);
  }

  /// Waits until the probe has said a word; the number after it.
  long await(String word) {
    long until = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < until) {
      OptionalLong said = said(word);
      if (said.isPresent()) {
        return said.getAsLong();
      }
      if (!child.process().isAlive()) {
        break;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return said(word).orElseThrow(() -> new IllegalStateException("No " + word + " in " + text()));
  }

  private OptionalLong said(String word) {
    return text()
        .lines()
        .filter(line -> line.startsWith(word + " "))
        .mapToLong(line -> Long.parseLong(line.substring(word.length() + 1)))
        .findFirst();
  }

  private String text() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
