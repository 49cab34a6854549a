package org.colloquy.server.storage;

/// The databases that every store must work on.
enum Kind {
  H2 {
    @Override
    Database open() {
      return Database.inMemory();
    }
  },
  POSTGRESQL {
    @Override
    Database open() {
      return Database.at(Postgres.address());
    }
  };

  /// A new empty database.
  abstract Database open();
}
