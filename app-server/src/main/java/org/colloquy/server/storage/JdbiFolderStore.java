package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Folder;
import org.colloquy.model.FolderId;
import org.colloquy.server.core.folder.FolderStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps folders.
public final class JdbiFolderStore implements FolderStore {
  private final Database database;

  public JdbiFolderStore(Database database) {
    this.database = database;
  }

  @Override
  public Folder add(NewFolder folder) {
    return database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into folder (id, owner_id, name, keep_days)
              values (:id, :owner, :name, :keepDays)
              """)
          .bind("id", folder.id().value())
          .bind("owner", folder.owner().value())
          .bind("name", folder.name())
          .bind("keepDays", folder.keepDays())
          .execute();
      return select(handle, folder.owner(), folder.id()).orElseThrow();
    });
  }

  @Override
  public List<Folder> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery("select * from folder where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .map((row, _) -> folder(row))
            .list());
  }

  @Override
  public Optional<Folder> find(AccountId owner, FolderId id) {
    return database.read(handle -> select(handle, owner, id));
  }

  private static Optional<Folder> select(Handle handle, AccountId owner, FolderId id) {
    return handle
        .createQuery("select * from folder where id = :id and owner_id = :owner")
        .bind("id", id.value())
        .bind("owner", owner.value())
        .map((row, _) -> folder(row))
        .findOne();
  }

  @Override
  public Optional<Folder> change(
      AccountId owner, FolderId id, String name, @Nullable Integer keepDays) {
    return database.write(handle -> {
      handle
          .createUpdate(
              """
              update folder set name = :name, keep_days = :keepDays
              where id = :id and owner_id = :owner
              """)
          .bind("name", name)
          .bind("keepDays", keepDays)
          .bind("id", id.value())
          .bind("owner", owner.value())
          .execute();
      return select(handle, owner, id);
    });
  }

  @Override
  public boolean remove(AccountId owner, FolderId id) {
    return database.write(handle ->
        handle.execute(
                "delete from folder where id = ? and owner_id = ?", id.value(), owner.value())
            > 0);
  }

  @Override
  public List<Folder> withPromise() {
    return database.read(handle ->
        handle
            .createQuery("select * from folder where keep_days is not null order by number")
            .map((row, _) -> folder(row))
            .list());
  }

  private static Folder folder(ResultSet row) throws SQLException {
    return new Folder(
        new FolderId(Columns.id(row, "id")),
        row.getLong("number"),
        new AccountId(Columns.id(row, "owner_id")),
        row.getString("name"),
        row.getObject("keep_days", Integer.class));
  }
}
