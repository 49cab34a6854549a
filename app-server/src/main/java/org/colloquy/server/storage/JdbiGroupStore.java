package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.Group;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.group.GroupStore;
import org.jdbi.v3.core.Handle;

/// Keeps groups.
public final class JdbiGroupStore implements GroupStore {
  private static final Map<String, String> CONFLICTS = Map.of("account_group_name", "name");

  private final Database database;
  private final Remembered remembered;

  public JdbiGroupStore(Database database) {
    this.database = database;
    this.remembered = database.remembered();
  }

  @Override
  public Group add(GroupId id, String name, Instant now) {
    return Taken.checked(
        CONFLICTS,
        () ->
            database.write(handle -> {
              handle.execute(
                  "insert into account_group (id, name, name_key, created_at) values (?, ?, ?, ?)",
                  id.value(),
                  name,
                  key(name),
                  Columns.column(now));
              return select(handle, id).orElseThrow();
            }));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Group> all() {
    return database.read(handle ->
        handle
            .createQuery("select * from account_group order by number")
            .map((row, _) -> group(handle, row))
            .list());
  }

  @Override
  public List<Group> of(AccountId account) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from account_group
                where id in (select group_id from group_member where account_id = :account)
                order by number
                """)
            .bind("account", account.value())
            .map((row, _) -> group(handle, row))
            .list());
  }

  private static Optional<Group> select(Handle handle, GroupId id) {
    return handle
        .createQuery("select * from account_group where id = :id")
        .bind("id", id.value())
        .map((row, _) -> group(handle, row))
        .findOne();
  }

  private static Group group(Handle handle, ResultSet row) throws SQLException {
    var id = Columns.id(row, "id");
    var members =
        handle
            .createQuery(
                """
                select a.id from group_member m join account a on a.id = m.account_id
                where m.group_id = :group order by a.number
                """)
            .bind("group", id)
            .map((member, _) -> new AccountId(Columns.id(member, "id")))
            .list();
    return new Group(
        new GroupId(id), row.getString("name"), members, Columns.time(row, "created_at"));
  }

  @Override
  public Optional<Group> rename(GroupId id, String name) {
    return Taken.checked(
        CONFLICTS,
        () ->
            database.write(handle -> {
              handle.execute(
                  "update account_group set name = ?, name_key = ? where id = ?",
                  name,
                  key(name),
                  id.value());
              return select(handle, id);
            }));
  }

  @Override
  public boolean remove(GroupId id) {
    return remembered.write(
        handle -> handle.execute("delete from account_group where id = ?", id.value()) > 0);
  }

  @Override
  public Optional<Group> join(GroupId id, AccountId account) {
    return remembered.write(handle -> {
      handle
          .createUpdate(
              """
              insert into group_member (group_id, account_id)
              select g.id, a.id from account_group g, account a
              where g.id = :group and a.id = :account
              on conflict do nothing
              """)
          .bind("group", id.value())
          .bind("account", account.value())
          .execute();
      return select(handle, id).filter(group -> group.members().contains(account));
    });
  }

  @Override
  public boolean leave(GroupId id, AccountId account) {
    return remembered.write(handle ->
        handle.execute(
                "delete from group_member where group_id = ? and account_id = ?",
                id.value(),
                account.value())
            > 0);
  }
}
