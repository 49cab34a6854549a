package org.colloquy.server.storage;

import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.cluster.Servers;

/// A database on a server, with the folder that belongs to it: they are let go together.
record DatabaseWithFolder(Database database, DataFolder folder) implements Database {
  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return database.write(work);
  }

  @Override
  public Remembered remembered() {
    return database.remembered();
  }

  @Override
  public boolean isShared() {
    return database.isShared();
  }

  @Override
  public Servers servers() {
    return database.servers();
  }

  @Override
  public Exclusive exclusive() {
    return database.exclusive();
  }

  @Override
  public void afterWrites(Runnable listener) {
    database.afterWrites(listener);
  }

  @Override
  public void close() {
    database.close();
    folder.close();
  }
}
