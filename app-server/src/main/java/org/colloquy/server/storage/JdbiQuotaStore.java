package org.colloquy.server.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaStore;
import org.colloquy.server.core.quota.Standing;
import org.jdbi.v3.core.Handle;

/// Keeps quotas.
public final class JdbiQuotaStore implements QuotaStore {
  private static final AccountId NOBODY = new AccountId(QuotaRows.EVERYBODY);

  private final Database database;
  private final Remembered remembered;

  public JdbiQuotaStore(Database database) {
    this.database = database;
    this.remembered = database.remembered();
  }

  @Override
  public List<Standing> all(LocalDate today) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select q.* from quota q
                  left join account a on a.id = q.account_id
                  left join account_group g on g.id = q.group_id
                order by
                  case when a.id is not null then 1 when g.id is not null then 2 else 0 end,
                  coalesce(a.number, g.number, 0)
                """)
            .map((row, _) -> QuotaRows.quota(row))
            .list()
            .stream()
            .map(quota -> QuotaRows.standing(handle, quota, NOBODY, today))
            .toList());
  }

  @Override
  public List<Standing> counting(AccountId account, LocalDate today) {
    return database.read(handle ->
        QuotaRows.counting(handle, account).stream()
            .map(subject -> QuotaRows.standing(handle, of(handle, subject), account, today))
            .toList());
  }

  private static Quota of(Handle handle, UUID subject) {
    return handle
        .createQuery("select * from quota where subject = :subject")
        .bind("subject", subject)
        .map((row, _) -> QuotaRows.quota(row))
        .one();
  }

  @Override
  public Standing standing(Quota quota, LocalDate today) {
    return database.read(handle -> QuotaRows.standing(handle, quota, NOBODY, today));
  }

  @Override
  public boolean put(Quota quota) {
    return remembered.write(handle -> {
      if (!isThere(handle, quota.of())) {
        return false;
      }
      if (change(handle, quota) == 0) {
        handle
            .createUpdate(
                """
                insert into quota (subject, account_id, group_id)
                values (:subject, :account, :group)
                """)
            .bind("subject", subject(quota.of()))
            .bind(
                "account",
                Columns.column(quota.of() instanceof QuotaHolder.One(var id) ? id.value() : null))
            .bind(
                "group",
                Columns.column(quota.of() instanceof QuotaHolder.Group(var id) ? id.value() : null))
            .execute();
        change(handle, quota);
      }
      return true;
    });
  }

  private static boolean isThere(Handle handle, QuotaHolder of) {
    return switch (of) {
      case QuotaHolder.One(var account) -> has(handle, "account", account.value());
      case QuotaHolder.Group(var group) -> has(handle, "account_group", group.value());
      case QuotaHolder.Everybody() -> true;
    };
  }

  private static boolean has(Handle handle, String table, UUID id) {
    return handle
        .createQuery("select 1 from " + table + " where id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static int change(Handle handle, Quota quota) {
    var most = quota.most();
    return handle
        .createUpdate(
            """
            update quota set tokens_per_day = :tokensPerDay, tokens_per_month = :tokensPerMonth,
              cost_per_day = :costPerDay, cost_per_month = :costPerMonth
            where subject = :subject
            """)
        .bind("subject", subject(quota.of()))
        .bind("tokensPerDay", most.tokensPerDay())
        .bind("tokensPerMonth", most.tokensPerMonth())
        .bind("costPerDay", most.costPerDay())
        .bind("costPerMonth", most.costPerMonth())
        .execute();
  }

  @Override
  public boolean remove(QuotaHolder of) {
    return remembered.write(
        handle -> handle.execute("delete from quota where subject = ?", subject(of)) > 0);
  }

  private static UUID subject(QuotaHolder of) {
    return switch (of) {
      case QuotaHolder.One(var account) -> account.value();
      case QuotaHolder.Group(var group) -> group.value();
      case QuotaHolder.Everybody() -> QuotaRows.EVERYBODY;
    };
  }
}
