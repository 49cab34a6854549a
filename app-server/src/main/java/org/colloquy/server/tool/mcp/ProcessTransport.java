package org.colloquy.server.tool.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A server that is a program of this computer: a message a line, on its standard input and output.
/// It finds nothing of ours: no environment but the one it is given and where programs are, and an
/// empty folder. It ends with all that it started.
final class ProcessTransport extends MessageTransport {
  private static final String PATH = "PATH";

  private final List<String> command;
  private final Map<String, String> environment;
  private final Runnable gone;
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable Process process;
  private @Nullable Path folder;

  /// @param gone run when the program has ended, or said what nobody can read
  ProcessTransport(List<String> command, Map<String, String> environment, Runnable gone) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.gone = gone;
  }

  @Override
  void open() throws IOException {
    var empty = Files.createTempDirectory("colloquy-mcp");
    folder = empty;
    var builder =
        new ProcessBuilder(command)
            .directory(empty.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    var path = System.getenv(PATH);
    builder.environment().clear();
    if (path != null) {
      builder.environment().put(PATH, path);
    }
    builder.environment().putAll(environment);
    var started = builder.start();
    process = started;
    Thread.ofVirtual().name("mcp-read").start(() -> read(started.getInputStream()));
  }

  @Override
  void send(String json) throws IOException {
    var running = process;
    if (running == null) {
      throw new IOException("the program was not started");
    }
    writing.lock();
    try {
      var out = running.getOutputStream();
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } finally {
      writing.unlock();
    }
  }

  @Override
  void shut() {
    var running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
    var empty = folder;
    if (empty != null) {
      remove(empty);
    }
  }

  /// What is no message, or too long, ends the connection: nobody knows what comes next.
  private void read(InputStream output) {
    try (var in = new BufferedInputStream(output)) {
      var line = line(in);
      while (line != null) {
        if (!line.isBlank()) {
          received(line);
        }
        line = line(in);
      }
    } catch (IOException | RuntimeException _) {
      // It ends as if the program had ended.
    } finally {
      gone.run();
    }
  }

  private static @Nullable String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      if (line.size() > LONGEST) {
        throw new IOException("a line is too long");
      }
      next = in.read();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException _) {
      // The system's own cleaning takes what is left.
    }
  }
}
