package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelPrice;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.quota.Need;
import org.colloquy.server.core.quota.Reservation;
import org.colloquy.server.core.quota.ReservationStore;
import org.colloquy.server.core.quota.Standing;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.NewUse;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps what is set aside for calls of models that go on.
public final class JdbiReservationStore implements ReservationStore {
  private final Database database;
  private final Servers servers;

  public JdbiReservationStore(Database database) {
    this.database = database;
    servers = database.servers();
  }

  @Override
  public boolean isLimited(AccountId account) {
    return database
        .remembered()
        .read(
            List.of("is limited", account),
            handle -> !QuotaRows.counting(handle, account).isEmpty());
  }

  @Override
  public Optional<Reservation> reserve(
      AccountId account, LocalDate today, Function<List<Standing>, Reservation> decide) {
    return database.write(handle -> {
      var counting = QuotaRows.counting(handle, account);
      if (counting.isEmpty()) {
        return Optional.empty();
      }
      var standings = new ArrayList<Standing>();
      // Locked in one order, until the reservation is there: nobody else decides meanwhile.
      var quotas =
          handle
              .createQuery(
                  "select * from quota where subject in (<ids>) order by subject for update")
              .bindList("ids", counting)
              .map((row, _) -> QuotaRows.quota(row))
              .list();
      quotas.forEach(quota -> standings.add(QuotaRows.standing(handle, quota, account, today)));
      var reservation = decide.apply(standings);
      insert(handle, reservation);
      return Optional.of(reservation);
    });
  }

  private void insert(Handle handle, Reservation reservation) {
    var call = reservation.call();
    var granted = reservation.granted();
    var conversation = call.conversation();
    var key = call.key();
    var price = call.price();
    var answer = call.answer();
    handle
        .createUpdate(
            """
            insert into reservation (id, account_id, conversation_id, provider, model, key_id,
              key_name, input_price, output_price, input, output, cost, answer_id, held_until,
              server_number)
            values (:id, :account, :conversation, :provider, :model, :key, :keyName, :inputPrice,
              :outputPrice, :input, :output, :cost, :answer, :heldUntil,
              :server)
            """)
        .bind("id", reservation.id())
        .bind("account", call.account().value())
        .bind("conversation", Columns.column(conversation == null ? null : conversation.value()))
        .bind("provider", call.provider())
        .bind("model", call.model())
        .bind("key", Columns.column(key == null ? null : key.value()))
        .bind("keyName", call.keyName())
        .bind("inputPrice", price == null ? null : price.input())
        .bind("outputPrice", price == null ? null : price.output())
        .bind("input", (long) granted.input())
        .bind("output", (long) granted.output())
        .bind("cost", reservation.cost())
        .bind("answer", Columns.column(answer == null ? null : answer.value()))
        .bind("heldUntil", Columns.column(reservation.heldUntil()))
        .bind("server", servers.isAlone() ? null : servers.self())
        .execute();
  }

  @Override
  public void settle(Reservation reservation, NewUse took) {
    database.write(handle -> {
      if (!removed(handle, reservation.id())) {
        handle.execute("delete from model_use where reservation_id = ?", reservation.id());
      }
      return JdbiUsageStore.insert(handle, took, null);
    });
  }

  @Override
  public void settleLeft(Reservation reservation, NewUse took) {
    database.write(handle ->
        removed(handle, reservation.id())
            ? JdbiUsageStore.insert(handle, took, reservation.id())
            : 0);
  }

  @Override
  public void release(UUID reservation) {
    database.write(handle -> removed(handle, reservation));
  }

  private static boolean removed(Handle handle, UUID reservation) {
    return handle.execute("delete from reservation where id = ?", reservation) > 0;
  }

  @Override
  public List<Reservation> left(Instant now) {
    var running = new HashSet<>(servers.others());
    running.add(servers.self());
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from reservation where held_until <= :now
                  or server_number is not null and server_number not in (<running>)
                """)
            .bind("now", Columns.column(now))
            .bindList("running", running)
            .map((row, _) -> reservation(row))
            .list());
  }

  @Override
  public List<Reservation> leftAtStart(Instant now) {
    return servers.isAlone()
        ? database.read(handle ->
            handle
                .createQuery("select * from reservation")
                .map((row, _) -> reservation(row))
                .list())
        : left(now);
  }

  @Override
  public String keptOf(MessageId answer) {
    return database.read(handle ->
        handle
            .createQuery("select reasoning || content from message where id = :id")
            .bind("id", answer.value())
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }

  private static Reservation reservation(ResultSet row) throws SQLException {
    return new Reservation(
        Columns.id(row, "id"),
        call(row),
        new Need((int) row.getLong("input"), (int) row.getLong("output")),
        row.getLong("cost"),
        Columns.time(row, "held_until"));
  }

  private static ModelCall call(ResultSet row) throws SQLException {
    var conversation = Columns.idOrNull(row, "conversation_id");
    var key = Columns.idOrNull(row, "key_id");
    return new ModelCall(
        new AccountId(Columns.id(row, "account_id")),
        conversation == null ? null : new ConversationId(conversation),
        row.getString("provider"),
        row.getString("model"),
        key == null ? null : new KeyId(key),
        row.getString("key_name"),
        price(row),
        answer(row));
  }

  private static @Nullable MessageId answer(ResultSet row) throws SQLException {
    var answer = Columns.idOrNull(row, "answer_id");
    return answer == null ? null : new MessageId(answer);
  }

  private static @Nullable ModelPrice price(ResultSet row) throws SQLException {
    var input = Columns.longOrNull(row, "input_price");
    var output = Columns.longOrNull(row, "output_price");
    return input == null || output == null ? null : new ModelPrice(input, output);
  }
}
