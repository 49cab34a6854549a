package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Usage;
import org.colloquy.server.core.usage.Days;
import org.colloquy.server.core.usage.ModelUse;
import org.colloquy.server.core.usage.NewUse;
import org.colloquy.server.core.usage.UsageBy;
import org.colloquy.server.core.usage.UsageStore;
import org.colloquy.server.core.usage.UsageSum;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps what the calls of models took.
public final class JdbiUsageStore implements UsageStore {
  /// One's own, and what others took with keys that one shares.
  private static final String OF_KEYS =
      """
      (u.account_id = :account or u.key_id in (select id from api_key where owner_id = :account))
      """;

  /// Whether a key is the account's. One that is gone is if its name was noted, as only the name of
  /// one's own is.
  private static final String OWN_KEY =
      "(k.owner_id = :account or (k.id is null and u.key_name <> ''))";

  private static final String SHOWN_KEY = "case when " + OWN_KEY + " then u.key_id end";
  private static final String SHOWN_NAME =
      "case when " + OWN_KEY + " then coalesce(k.nickname, u.key_name) else '' end";

  /// What [#sum] finds of several calls.
  private static final String SUMS =
      """
      count(*) as calls, sum(input) as input, sum(output) as output, sum(cached) as cached,
      sum(cache_written) as cache_written, sum(reasoning) as reasoning,
      sum(case when estimated then 1 else 0 end) as estimated, sum(cost) as cost,
      sum(case when cost is null then 1 else 0 end) as unpriced
      """;

  private static final String KEYS = "left join api_key k on k.id = u.key_id";

  private final Database database;

  public JdbiUsageStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(NewUse use) {
    database.write(handle -> insert(handle, use, null));
  }

  /// Adds one, unless its account is gone.
  ///
  /// @param left the reservation that was left behind, when that is all that is known; else null
  static int insert(Handle handle, NewUse use, @Nullable UUID left) {
    var call = use.call();
    var conversation = call.conversation();
    var key = call.key();
    var answer = call.answer();
    return handle
        .createUpdate(
            """
            insert into model_use (account_id, conversation_id, provider, model, key_id,
              key_name, used_at, used_on, input, output, cached, cache_written, reasoning, estimated,
              cost, reservation_id, message_id)
            select id, (select id from conversation where id = :conversation), :provider,
              :model, :key, :keyName, :at, :day, :input, :output, :cached, :cacheWritten, :reasoning,
              :estimated, :cost, :left, :answer
            from account where id = :account
            """)
        .bind("account", call.account().value())
        .bind("conversation", Columns.column(conversation == null ? null : conversation.value()))
        .bind("provider", call.provider())
        .bind("model", call.model())
        .bind("key", Columns.column(key == null ? null : key.value()))
        .bind("keyName", call.keyName())
        .bind("at", Columns.column(use.at()))
        .bind("day", use.day())
        .bind("input", (long) use.usage().input())
        .bind("output", (long) use.usage().output())
        .bind("cached", (long) use.usage().cached())
        .bind("cacheWritten", (long) use.usage().cacheWritten())
        .bind("reasoning", (long) use.usage().reasoning())
        .bind("estimated", use.estimated())
        .bind("cost", use.cost())
        .bind("left", Columns.column(left))
        .bind("answer", Columns.column(answer == null ? null : answer.value()))
        .execute();
  }

  @Override
  public List<UsageSum> sums(AccountId account, UsageBy by, Days days) {
    var values = Map.of("account", account.value());
    if (by == UsageBy.KEY) {
      var columns = "cast(" + SHOWN_KEY + " as varchar) as subject, " + SHOWN_NAME + " as name";
      return sums(columns, KEYS, OF_KEYS, values, days);
    }
    return sums(columns(by), joined(by), "u.account_id = :account", values, days);
  }

  @Override
  public List<UsageSum> sums(UsageBy by, Days days) {
    return sums(columns(by), joined(by), "true", Map.of(), days);
  }

  private List<UsageSum> sums(
      String columns, String joined, String condition, Map<String, ?> values, Days days) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select subject, name, %s
                from (
                  select %s, u.input, u.output, u.cached, u.cache_written, u.reasoning, u.estimated,
                    u.cost, u.used_at
                  from model_use u %s
                  where u.used_on between :first and :last and %s) uses
                group by subject, name
                order by max(used_at) desc, subject
                """
                    .formatted(SUMS, columns, joined, condition))
            .bindMap(values)
            .bind("first", days.first())
            .bind("last", days.last())
            .map((row, _) -> sum(row))
            .list());
  }

  private static String columns(UsageBy by) {
    return switch (by) {
      case DAY -> "cast(u.used_on as varchar) as subject, '' as name";
      case MODEL -> "u.model as subject, u.provider as name";
      case KEY -> "cast(u.key_id as varchar) as subject, u.key_name as name";
      case CONVERSATION ->
          "cast(u.conversation_id as varchar) as subject, coalesce(c.title, '') as name";
      case ACCOUNT -> "cast(u.account_id as varchar) as subject, a.username as name";
    };
  }

  private static String joined(UsageBy by) {
    return switch (by) {
      case DAY, MODEL, KEY -> "";
      case CONVERSATION -> "left join conversation c on c.id = u.conversation_id";
      case ACCOUNT -> "join account a on a.id = u.account_id";
    };
  }

  @Override
  public Optional<UsageSum> ofAnswers(AccountId account, List<MessageId> answers) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select '' as subject, '' as name, <sums> from model_use
                where account_id = :account and message_id in (<answers>)
                having count(*) > 0
                """)
            .define("sums", SUMS)
            .bind("account", account.value())
            .bindList("answers", answers.stream().map(MessageId::value).toList())
            .map((row, _) -> sum(row))
            .findOne());
  }

  @Override
  public List<ModelUse> after(AccountId account, long number, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.*, %s as shown_key, %s as shown_name
                from model_use u %s
                where u.account_id = :account and u.number > :number
                order by u.number fetch first :most rows only
                """
                    .formatted(SHOWN_KEY, SHOWN_NAME, KEYS))
            .bind("account", account.value())
            .bind("number", number)
            .bind("most", most)
            .map((row, _) -> use(row))
            .list());
  }

  private static UsageSum sum(ResultSet row) throws SQLException {
    return new UsageSum(
        row.getString("subject"),
        row.getString("name"),
        row.getLong("calls"),
        row.getLong("input"),
        row.getLong("output"),
        row.getLong("cached"),
        row.getLong("cache_written"),
        row.getLong("reasoning"),
        row.getLong("estimated"),
        Columns.longOrNull(row, "cost"),
        row.getLong("unpriced"));
  }

  private static Usage usage(ResultSet row) throws SQLException {
    return new Usage(
        row.getInt("input"),
        row.getInt("output"),
        row.getInt("cached"),
        row.getInt("cache_written"),
        row.getInt("reasoning"));
  }

  private static ModelUse use(ResultSet row) throws SQLException {
    var conversation = Columns.idOrNull(row, "conversation_id");
    var key = Columns.idOrNull(row, "shown_key");
    return new ModelUse(
        row.getLong("number"),
        conversation == null ? null : new ConversationId(conversation),
        row.getString("provider"),
        row.getString("model"),
        key == null ? null : new KeyId(key),
        row.getString("shown_name"),
        Columns.time(row, "used_at"),
        usage(row),
        row.getBoolean("estimated"),
        Columns.longOrNull(row, "cost"));
  }
}
