package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Standing;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Quotas in their table, and how far they are used.
final class QuotaRows {
  /// The subject of the quota of everybody who has none of their own.
  static final UUID EVERYBODY = new UUID(0, 0);

  private static final String OF_ACCOUNT = "account_id = :subject";
  private static final String OF_GROUP =
      "account_id in (select account_id from group_member where group_id = :subject)";

  private QuotaRows() {}

  /// Those that count for an account: its own or else everybody's, and those of its groups.
  static List<UUID> counting(Handle handle, AccountId account) {
    return handle
        .createQuery(
            """
            select subject from quota q
            where account_id = :account
              or group_id in (select group_id from group_member where account_id = :account)
              or (subject = :everybody
                and not exists (select 1 from quota own where own.account_id = :account))
            order by subject
            """)
        .bind("account", account.value())
        .bind("everybody", EVERYBODY)
        .mapTo(UUID.class)
        .list();
  }

  /// How far a quota is used. One statement looks at what was used and at what is reserved, because
  /// one becomes the other at any moment.
  ///
  /// @param account whose use counts when the quota is everybody's
  static Standing standing(Handle handle, Quota quota, AccountId account, LocalDate today) {
    return switch (quota.of()) {
      case QuotaHolder.One(var one) -> standing(handle, quota, OF_ACCOUNT, one.value(), today);
      case QuotaHolder.Group(var group) -> standing(handle, quota, OF_GROUP, group.value(), today);
      case QuotaHolder.Everybody() -> standing(handle, quota, OF_ACCOUNT, account.value(), today);
    };
  }

  private static Standing standing(
      Handle handle, Quota quota, String condition, UUID subject, LocalDate today) {
    return handle
        .createQuery(
            """
            select
              coalesce(sum(case when used_on = :today then tokens else 0 end), 0) as tokens_today,
              coalesce(sum(tokens), 0) as tokens_this_month,
              coalesce(sum(case when used_on = :today then cost else 0 end), 0) as cost_today,
              coalesce(sum(cost), 0) as cost_this_month,
              coalesce(sum(held_tokens), 0) as held_tokens,
              coalesce(sum(held_cost), 0) as held_cost
            from (
              select used_on, input + output as tokens, coalesce(cost, 0) as cost, 0 as held_tokens,
                0 as held_cost
              from model_use where used_on >= :first and %1$s
              union all
              select null, 0, 0, input + output, cost from reservation where %1$s) taken
            """
                .formatted(condition))
        .bind("today", today)
        .bind("first", today.withDayOfMonth(1))
        .bind("subject", subject)
        .map((row, _) -> standing(quota, row))
        .one();
  }

  private static Standing standing(Quota quota, ResultSet row) throws SQLException {
    return new Standing(
        quota,
        new Standing.Used(
            row.getLong("tokens_today"),
            row.getLong("tokens_this_month"),
            row.getLong("cost_today"),
            row.getLong("cost_this_month")),
        new Standing.Reserved(row.getLong("held_tokens"), row.getLong("held_cost")));
  }

  static Quota quota(ResultSet row) throws SQLException {
    var account = Columns.idOrNull(row, "account_id");
    var group = Columns.idOrNull(row, "group_id");
    return new Quota(
        holder(account, group),
        new QuotaLimits(
            Columns.longOrNull(row, "tokens_per_day"),
            Columns.longOrNull(row, "tokens_per_month"),
            Columns.longOrNull(row, "cost_per_day"),
            Columns.longOrNull(row, "cost_per_month")));
  }

  private static QuotaHolder holder(@Nullable UUID account, @Nullable UUID group) {
    if (account != null) {
      return new QuotaHolder.One(new AccountId(account));
    }
    return group == null ? new QuotaHolder.Everybody() : new QuotaHolder.Group(new GroupId(group));
  }
}
