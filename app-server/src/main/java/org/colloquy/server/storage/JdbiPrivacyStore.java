package org.colloquy.server.storage;

import org.colloquy.server.core.privacy.PrivacyStore;

/// Keeps whether anything may leave this machine: a row says that nothing may.
public final class JdbiPrivacyStore implements PrivacyStore {
  private final Database database;

  public JdbiPrivacyStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean staysHere() {
    return database.read(handle ->
        handle.createQuery("select count(*) from stays_here").mapTo(long.class).one() > 0);
  }

  @Override
  public void put(boolean staysHere) {
    database.write(handle -> {
      handle.execute("delete from stays_here");
      return staysHere ? handle.execute("insert into stays_here (switched_on) values (true)") : 0;
    });
  }
}
