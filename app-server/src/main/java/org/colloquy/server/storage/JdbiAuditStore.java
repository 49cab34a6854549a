package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditFilter;
import org.colloquy.server.core.audit.AuditHead;
import org.colloquy.server.core.audit.AuditStore;
import org.jdbi.v3.core.Handle;

/// Keeps the audit log.
public final class JdbiAuditStore implements AuditStore {
  private final Database database;

  public JdbiAuditStore(Database database) {
    this.database = database;
  }

  @Override
  public AuditEntry append(Function<AuditHead, AuditEntry> following) {
    return database.write(handle -> {
      var entry = following.apply(head(handle, "select * from audit_head for update"));
      insert(handle, entry);
      handle.execute("update audit_head set number = ?, hash = ?", entry.number(), entry.hash());
      return entry;
    });
  }

  private static void insert(Handle handle, AuditEntry entry) {
    var account = entry.account();
    handle
        .createUpdate(
            """
            insert into audit_entry (number, happened_at, account_id, action, outcome, object,
              address, hash)
            values (:number, :at, :account, :action, :outcome, :object, :address, :hash)
            """)
        .bind("number", entry.number())
        .bind("at", Columns.column(entry.at()))
        .bind("account", Columns.column(account == null ? null : account.value()))
        .bind("action", entry.action())
        .bind("outcome", entry.outcome())
        .bind("object", entry.object())
        .bind("address", entry.address())
        .bind("hash", entry.hash())
        .execute();
  }

  @Override
  public AuditHead head() {
    return database.read(handle -> head(handle, "select * from audit_head"));
  }

  private static AuditHead head(Handle handle, String query) {
    return handle
        .createQuery(query)
        .map((row, _) -> new AuditHead(row.getLong("number"), row.getString("hash")))
        .one();
  }

  @Override
  public List<AuditEntry> after(long number, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from audit_entry where number > :number
                order by number fetch first :most rows only
                """)
            .bind("number", number)
            .bind("most", most)
            .map((row, _) -> entry(row))
            .list());
  }

  @Override
  public List<AuditEntry> before(AuditFilter wanted, long number, int most) {
    var values = new HashMap<String, Object>();
    var conditions = new StringBuilder("number < :number");
    // By the account as well, so that its index gives the order.
    var order = "number desc";
    if (wanted.account() != null) {
      conditions.append(" and account_id = :account");
      values.put("account", wanted.account().value());
      order = "account_id desc, number desc";
    }
    if (wanted.action() != null) {
      conditions.append(" and action = :action");
      values.put("action", wanted.action().name());
    }
    return read(conditions + " order by " + order, values, number, most);
  }

  private List<AuditEntry> read(String entries, Map<String, ?> values, long number, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from audit_entry where " + entries + " fetch first :most rows only")
            .bindMap(values)
            .bind("number", number)
            .bind("most", most)
            .map((row, _) -> entry(row))
            .list());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    var account = Columns.idOrNull(row, "account_id");
    return new AuditEntry(
        row.getLong("number"),
        Columns.time(row, "happened_at"),
        account == null ? null : new AccountId(account),
        row.getString("action"),
        row.getString("outcome"),
        row.getString("object"),
        row.getString("address"),
        row.getString("hash"));
  }
}
