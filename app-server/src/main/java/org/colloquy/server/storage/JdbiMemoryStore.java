package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.server.core.memory.MemoryStore;

/// Keeps memories.
public final class JdbiMemoryStore implements MemoryStore {
  private final Database database;

  public JdbiMemoryStore(Database database) {
    this.database = database;
  }

  @Override
  public Memory add(NewMemory memory) {
    return database.write(handle -> {
      handle.execute(
          "insert into memory (id, owner_id, content, created_at) values (?, ?, ?, ?)",
          memory.id().value(),
          memory.owner().value(),
          memory.text(),
          Columns.column(memory.createdAt()));
      return handle
          .createQuery("select * from memory where id = :id")
          .bind("id", memory.id().value())
          .map((row, _) -> memory(row))
          .one();
    });
  }

  @Override
  public List<Memory> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery("select * from memory where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .map((row, _) -> memory(row))
            .list());
  }

  @Override
  public boolean remove(AccountId owner, MemoryId id) {
    return database.write(handle ->
        handle.execute(
                "delete from memory where id = ? and owner_id = ?", id.value(), owner.value())
            > 0);
  }

  private static Memory memory(ResultSet row) throws SQLException {
    return new Memory(
        new MemoryId(Columns.id(row, "id")),
        row.getLong("number"),
        new AccountId(Columns.id(row, "owner_id")),
        row.getString("content"),
        Columns.time(row, "created_at"));
  }
}
