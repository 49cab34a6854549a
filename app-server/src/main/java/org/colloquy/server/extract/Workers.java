package org.colloquy.server.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.extract.wire.AnswerReader;
import org.colloquy.server.extract.wire.Job;

/// Starts a process for each file, hears its answer, and ends it whatever happens. Some run at
/// once, others wait.
public final class Workers implements AutoCloseable {
  private final WorkerFolder folder;
  private final WorkerLimits limits;
  private final Semaphore places;
  private final Set<RunningWorker> running = ConcurrentHashMap.newKeySet();

  private Workers(WorkerFolder folder, WorkerLimits limits, int atOnce) {
    this.folder = folder;
    this.limits = limits;
    this.places = new Semaphore(atOnce, true);
  }

  /// Workers over a folder of their own.
  ///
  /// @param folder for what they write down while they run; what is in it is deleted
  /// @param atOnce how many may run at the same time
  public static Workers in(Path folder, WorkerLimits limits, int atOnce) {
    return new Workers(new WorkerFolder(folder), limits, atOnce);
  }

  /// Others over the same folder, so that short jobs do not wait for long ones.
  public Workers beside(int atOnce) {
    return new Workers(folder, limits, atOnce);
  }

  WorkerLimits limits() {
    return limits;
  }

  /// Reads a worker's answer.
  interface Listening<T> {
    T hear(AnswerReader answer) throws IOException;
  }

  /// Has a job done.
  ///
  /// @param patience how long it may take
  /// @throws ProblemException Unavailable with a sentence when it could not be done
  <T> T run(Job job, InputStream content, Duration patience, Listening<T> listening) {
    places.acquireUninterruptibly();
    try {
      var command = folder.command();
      var place = folder.add();
      try {
        var line = command.in(place, limits.heapMegabytes(), patience.toSeconds());
        return watched(RunningWorker.start(line, place, patience), job, content, listening);
      } finally {
        WorkerFolder.delete(place);
      }
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("The file could not be handed to its reader."), e);
    } finally {
      places.release();
    }
  }

  private <T> T watched(
      RunningWorker worker, Job job, InputStream content, Listening<T> listening) {
    running.add(worker);
    try (worker) {
      return worker.ask(job, content, listening);
    } finally {
      running.remove(worker);
    }
  }

  /// Ends those that run.
  @Override
  public void close() {
    running.forEach(RunningWorker::kill);
  }
}
