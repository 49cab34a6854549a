package org.colloquy.server.storage;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;

/// Something small to write and to find again: settings of one account, by name.
final class Notes {
  private static final UUID ACCOUNT = new UUID(0, 1);

  private final Database database;

  Notes(Database database) {
    this.database = database;
  }

  AccountId account() {
    return new AccountId(ACCOUNT);
  }

  /// Makes the account that they belong to, unless it is there.
  Notes prepared() {
    database.write(handle ->
        handle
            .createUpdate(
                """
                insert into account (id, username, username_key, email, first_name, last_name,
                  country, affiliation, position, field_of_study, role, joined_at)
                select :id, 'ada', 'ada', '', '', '', '', '', '', '', 'OWNER', current_timestamp
                where not exists (select 1 from account)
                """)
            .bind("id", ACCOUNT)
            .execute());
    return this;
  }

  void add(String name) {
    database.write(insert(name));
  }

  static Work<Integer> insert(String name) {
    return handle ->
        handle
            .createUpdate("insert into setting (account_id, name, content) values (:id, :name, '')")
            .bind("id", ACCOUNT)
            .bind("name", name)
            .execute();
  }

  List<String> all() {
    return database.read(
        handle -> handle.createQuery("select name from setting").mapTo(String.class).list());
  }
}
