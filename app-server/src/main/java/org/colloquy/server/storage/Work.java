package org.colloquy.server.storage;

import org.jdbi.v3.core.Handle;

/// Something to do with the database in one transaction.
///
/// It must not commit, roll back, or keep the handle. What it throws undoes what it did and reaches
/// whoever asked for it.
@FunctionalInterface
public interface Work<T> {
  T run(Handle handle);
}
