package org.colloquy.server.storage;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out all writes on one thread: what waits is done together, made durable once, and only
/// then told. When the database fails, it is dropped and opened again until that succeeds.
final class Writer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_AT_ONCE = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final H2Place place;
  private final WorkQueue writes;
  private final Gate gate;
  private final List<Reader> readers;
  private final Pending<?> opening;
  private @Nullable H2Connections connections;

  /// @param opening finished when the database was opened for the first time, or could not be
  Writer(H2Place place, WorkQueue writes, Gate gate, List<Reader> readers, Pending<?> opening) {
    this.place = place;
    this.writes = writes;
    this.gate = gate;
    this.readers = List.copyOf(readers);
    this.opening = opening;
  }

  @Override
  public void run() {
    try {
      open();
    } catch (Throwable fault) {
      opening.fail(fault);
      gate.close();
      closeDown();
      opening.finish();
      return;
    }
    opening.finish();
    while (!gate.isClosed() || !writes.isEmpty()) {
      if (connections == null) {
        reopen();
      } else {
        carryOut(connections, writes.take(MOST_AT_ONCE, PATIENCE));
      }
    }
    closeDown();
  }

  private void open() {
    var opened = place.open();
    connections = opened;
    for (int i = 0; i < readers.size(); i++) {
      readers.get(i).readFrom(opened.readers().get(i));
    }
    gate.open();
  }

  private void carryOut(H2Connections database, List<Pending<?>> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      for (var work : group) {
        database.attempt(work);
      }
      database.commit();
    } catch (Throwable fault) {
      drop(database, fault);
      group.forEach(work -> work.fail(gate.refused(fault)));
    }
    group.forEach(Pending::finish);
  }

  /// Nothing of the running group is known to be on the disk, and H2 is dead or may believe it is:
  /// start over from the file.
  private void drop(H2Connections database, Throwable fault) {
    LOG.error("the database failed and is opened again", fault);
    gate.shut(place.sentence(fault) + " Trying again.");
    readers.forEach(reader -> reader.readFrom(null));
    database.drop();
    connections = null;
  }

  private void reopen() {
    var pause = FIRST_PAUSE;
    while (connections == null && !gate.isClosed()) {
      try {
        open();
        LOG.info("the database is open again");
      } catch (Throwable fault) {
        gate.shut(reason(fault) + " Trying again.");
        turnAwayFor(pause);
        pause = longer(pause);
      }
    }
    if (gate.isClosed()) {
      turnAwayFor(Duration.ZERO);
    }
  }

  private String reason(Throwable fault) {
    return fault instanceof ProblemException planned
            && planned.problem() instanceof Problem.Unavailable(var why)
        ? why
        : place.sentence(fault);
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void turnAwayFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    do {
      var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      for (var work : writes.take(MOST_AT_ONCE, left)) {
        work.fail(gate.refused());
        work.finish();
      }
    } while (System.nanoTime() < end && !gate.isClosed());
  }

  private void closeDown() {
    readers.forEach(reader -> reader.readFrom(null));
    boolean shutDown = connections != null && connections.close();
    place.leave(shutDown ? H2Place.Ending.IN_GOOD_ORDER : H2Place.Ending.OTHERWISE);
  }

  /// Threads and readers for as many connections as there are.
  static List<Reader> readers(WorkQueue reads, Gate gate, Runnable doubt) {
    return IntStream.range(0, H2Connections.READERS)
        .mapToObj(_ -> new Reader(reads, gate, doubt))
        .toList();
  }
}
