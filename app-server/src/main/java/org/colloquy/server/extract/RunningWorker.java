package org.colloquy.server.extract;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.extract.wire.AnswerReader;
import org.colloquy.server.extract.wire.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that reads one file. It inherits nothing of our environment.
final class RunningWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningWorker.class);
  private static final int PIECE = 64 * 1024;
  private static final int OUT_OF_MEMORY = 3;
  private static final long LOOK_EVERY_MS = 100;

  private final Process process;
  private final Duration patience;
  private final Thread asker = Thread.currentThread();
  private final Thread watchdog;
  private volatile boolean late;

  private RunningWorker(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
    this.watchdog = Thread.ofVirtual().name("worker-watchdog").start(this::watch);
  }

  static RunningWorker start(List<String> command, Path place, Duration patience)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> !isNeeded(name));
    return new RunningWorker(builder.start(), patience);
  }

  /// Windows starts no program without it.
  private static boolean isNeeded(String name) {
    return WorkerCommand.isWindows() && name.equalsIgnoreCase("SystemRoot");
  }

  /// Hands it the job and the file, and hears what it says. An interrupt of this thread, which
  /// started it, ends it.
  <T> T ask(Job job, InputStream content, Workers.Listening<T> listening) {
    var telling = new Telling(job, content);
    var teller = Thread.ofVirtual().name("worker-teller").start(telling);
    try (var said = process.getInputStream()) {
      return listening.hear(new AnswerReader(said));
    } catch (IOException e) {
      throw new ProblemException(new Problem.Unavailable(why(telling)), e);
    } finally {
      kill();
      join(teller);
    }
  }

  /// Passes the file on. That the worker stops reading is no failure: it may know already that it
  /// cannot.
  private final class Telling implements Runnable {
    private final Job job;
    private final InputStream content;
    private volatile boolean cannotRead;

    Telling(Job job, InputStream content) {
      this.job = job;
      this.content = content;
    }

    @Override
    public void run() {
      try (var out = new DataOutputStream(process.getOutputStream())) {
        Job.write(job, out);
        var piece = new byte[PIECE];
        for (int read = next(piece); read >= 0; read = next(piece)) {
          out.write(piece, 0, read);
        }
      } catch (IOException e) {
        LOG.debug("a worker heard only a part of its file", e);
      }
    }

    private int next(byte[] piece) throws IOException {
      try {
        return content.read(piece);
      } catch (IOException | RuntimeException e) {
        cannotRead = true;
        kill();
        throw e;
      }
    }
  }

  /// Why it fell silent.
  private String why(Telling telling) {
    if (asker.isInterrupted()) {
      return "Reading the file was stopped, because nobody wants it any more.";
    }
    end();
    if (telling.cannotRead) {
      return "The file could not be read from the disk.";
    }
    if (late) {
      return "Reading the file took longer than "
          + patience.toSeconds()
          + " seconds and was stopped.";
    }
    LOG.info("a file's reader ended with {}", process.exitValue());
    return process.exitValue() == OUT_OF_MEMORY
        ? "The file needs more memory than a file may take to be read."
        : "The file made its reader fail. It is damaged, or was made to do harm.";
  }

  /// What the asker waits for does not hear of interrupts.
  private void watch() {
    long left = patience.toMillis();
    try {
      while (!process.waitFor(Math.min(left, LOOK_EVERY_MS), TimeUnit.MILLISECONDS)) {
        left -= LOOK_EVERY_MS;
        late = left <= 0;
        if (late || asker.isInterrupted()) {
          kill();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it has ended
    }
  }

  /// Ends it with everything it started.
  void kill() {
    var started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /// A worker that said no more dies by itself; its way to die tells why.
  private void end() {
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        kill();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    watchdog.interrupt();
    process.onExit().join();
  }
}
