package org.colloquy.server.storage;

import java.util.Map;
import java.util.Optional;
import org.colloquy.server.core.sharing.SharingChoice;
import org.colloquy.server.core.sharing.SharingStore;

/// Keeps what was chosen about sharing, in one row.
public final class JdbiSharingStore implements SharingStore {
  private final Database database;

  public JdbiSharingStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<SharingChoice> get() {
    return database.read(handle ->
        handle
            .createQuery("select id, switched_on, announced, name from sharing")
            .map((row, _) ->
                new SharingChoice(
                    row.getString("id"),
                    row.getBoolean("switched_on"),
                    row.getBoolean("announced"),
                    row.getString("name")))
            .findFirst());
  }

  @Override
  public void put(SharingChoice choice) {
    database.write(handle -> {
      handle.execute("delete from sharing");
      return handle
          .createUpdate(
              "insert into sharing (id, switched_on, announced, name) values (:id, :on, :announced,"
                  + " :name)")
          .bindMap(
              Map.of(
                  "id", choice.id(),
                  "on", choice.on(),
                  "announced", choice.announced(),
                  "name", choice.name()))
          .execute();
    });
  }
}
