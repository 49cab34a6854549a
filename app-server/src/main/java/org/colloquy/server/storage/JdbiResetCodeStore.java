package org.colloquy.server.storage;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.ResetCodeStore;

/// Keeps the codes with which accounts may choose a new password.
public final class JdbiResetCodeStore implements ResetCodeStore {
  private final Database database;

  public JdbiResetCodeStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(AccountId account, String hash, Instant goodUntil) {
    database.write(handle -> {
      handle.execute("delete from reset_code where account_id = ?", account.value());
      return handle.execute(
          "insert into reset_code (account_id, hash, good_until) values (?, ?, ?)",
          account.value(),
          hash,
          Columns.column(goodUntil));
    });
  }

  @Override
  public boolean holds(AccountId account, String hash, Instant now) {
    return database.read(handle ->
        handle
                .createQuery(
                    """
                    select count(*) from reset_code
                    where account_id = :account and hash = :hash and good_until > :now
                    """)
                .bind("account", account.value())
                .bind("hash", hash)
                .bind("now", Columns.column(now))
                .mapTo(Integer.class)
                .one()
            > 0);
  }

  @Override
  public boolean take(AccountId account, String hash, Instant now) {
    return database.write(handle ->
        handle.execute(
                "delete from reset_code where account_id = ? and hash = ? and good_until > ?",
                account.value(),
                hash,
                Columns.column(now))
            > 0);
  }
}
