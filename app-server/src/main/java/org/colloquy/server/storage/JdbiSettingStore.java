package org.colloquy.server.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.setting.SettingStore;
import org.jdbi.v3.core.Handle;

/// Keeps what accounts set.
public final class JdbiSettingStore implements SettingStore {
  private final Database database;

  public JdbiSettingStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, String> all(AccountId account) {
    return database.read(handle ->
        handle
            .createQuery(
                "select name, content from setting where account_id = :account order by name")
            .bind("account", account.value())
            .reduceRows(
                new LinkedHashMap<>(),
                (all, row) -> {
                  all.put(
                      row.getColumn("name", String.class), row.getColumn("content", String.class));
                  return all;
                }));
  }

  @Override
  public void put(AccountId account, Map<String, String> settings) {
    database.write(handle -> {
      settings.forEach((name, content) -> put(handle, account, name, content));
      return settings.size();
    });
  }

  private static void put(Handle handle, AccountId account, String name, String content) {
    int changed =
        execute(
            handle,
            "update setting set content = :content where account_id = :account and name = :name",
            Map.of("account", account.value(), "name", name, "content", content));
    if (changed == 0) {
      execute(
          handle,
          "insert into setting (account_id, name, content) values (:account, :name, :content)",
          Map.of("account", account.value(), "name", name, "content", content));
    }
  }

  private static int execute(Handle handle, String sql, Map<String, ?> values) {
    return handle.createUpdate(sql).bindMap(values).execute();
  }
}
