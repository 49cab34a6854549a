package org.colloquy.server.api;

import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.Postgres;

/// The same exchanges over PostgreSQL.
class GoldenExchangesOnPostgresTest extends GoldenExchangesTest {
  @Override
  Database database() {
    return Database.at(Postgres.address());
  }
}
