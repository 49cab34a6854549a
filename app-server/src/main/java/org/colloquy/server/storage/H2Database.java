package org.colloquy.server.storage;

import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.cluster.ExclusiveHere;

/// H2 behind threads that nobody can interrupt: one that writes, a few that read.
final class H2Database implements Database {
  private final WorkQueue reads = new WorkQueue();
  private final WorkQueue writes = new WorkQueue();
  private final Gate gate = new Gate();
  private final Exclusive exclusive = new ExclusiveHere();
  private final Remembered remembered = Remembered.of(this);
  private final GatewayThread writer;
  private volatile Runnable afterWrites = () -> {};

  private H2Database(H2Place place, Pending<Boolean> opening) {
    var readers = Writer.readers(reads, gate, this::wake);
    writer =
        new GatewayThread("colloquy-writer", new Writer(place, writes, gate, readers, opening));
    writer.start();
    for (var reader : readers) {
      new GatewayThread("colloquy-reader", reader).start();
    }
  }

  static H2Database open(H2Place place) {
    var opening = new Pending<>(_ -> true);
    var database = new H2Database(place, opening);
    opening.await();
    return database;
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public <T> T read(Work<T> work) {
    return ask(reads, work);
  }

  @Override
  public <T> T write(Work<T> work) {
    try {
      return ask(writes, work);
    } finally {
      afterWrites.run();
    }
  }

  @Override
  public Exclusive exclusive() {
    return exclusive;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public void afterWrites(Runnable listener) {
    afterWrites = listener;
  }

  private <T> T ask(WorkQueue queue, Work<T> work) {
    if (GatewayThread.isCurrent()) {
      throw new IllegalStateException("work must use its own handle, not the database");
    }
    var pending = new Pending<>(work);
    if (!gate.isOpen()) {
      throw gate.refused();
    }
    queue.add(pending);
    if (!gate.isOpen() && queue.withdraw(pending)) {
      throw gate.refused();
    }
    return pending.await();
  }

  /// Makes the writer look: it finds out whether the database is alive by using it.
  private void wake() {
    writes.add(new Pending<>(handle -> handle.execute("select 1")));
  }

  @Override
  public void close() {
    gate.close();
    wake();
    for (int i = 0; i < H2Connections.READERS; i++) {
      reads.add(new Pending<>(_ -> true));
    }
    writer.awaitEnd();
  }
}
