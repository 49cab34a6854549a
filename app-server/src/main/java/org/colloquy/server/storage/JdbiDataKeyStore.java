package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.provider.DataKey;
import org.colloquy.server.core.provider.DataKeyStore;

/// Keeps data keys, sealed.
public final class JdbiDataKeyStore implements DataKeyStore {
  private final Remembered remembered;

  public JdbiDataKeyStore(Database database) {
    this.remembered = database.remembered();
  }

  @Override
  public List<DataKey> of(AccountId owner) {
    return remembered.read(
        List.of("data keys", owner),
        handle ->
            handle
                .createQuery(
                    "select * from data_key where account_id = :owner order by made_at desc, mark")
                .bind("owner", owner.value())
                .map((row, _) -> key(row))
                .list());
  }

  @Override
  public List<DataKey> all() {
    return remembered.read(
        "all data keys",
        handle -> handle.createQuery("select * from data_key").map((row, _) -> key(row)).list());
  }

  @Override
  public void add(DataKey key) {
    remembered.write(handle ->
        handle
            .createUpdate(
                """
                insert into data_key (account_id, mark, sealed, made_at)
                values (:owner, :mark, :sealed, :madeAt)
                """)
            .bind("owner", key.owner().value())
            .bind("mark", key.mark())
            .bind("sealed", key.sealed())
            .bind("madeAt", Columns.column(key.madeAt()))
            .execute());
  }

  @Override
  public void replace(List<DataKey> keys) {
    remembered.write(handle -> {
      var batch =
          handle.prepareBatch(
              """
              update data_key set sealed = :sealed where account_id = :owner and mark = :mark
              """);
      for (var key : keys) {
        batch
            .bind("sealed", key.sealed())
            .bind("owner", key.owner().value())
            .bind("mark", key.mark())
            .add();
      }
      return batch.execute();
    });
  }

  private static DataKey key(ResultSet row) throws SQLException {
    return new DataKey(
        new AccountId(Columns.id(row, "account_id")),
        row.getString("mark"),
        row.getString("sealed"),
        Columns.time(row, "made_at"));
  }
}
