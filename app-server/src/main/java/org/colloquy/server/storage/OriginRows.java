package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.conversation.AnswerOrigin;
import org.jdbi.v3.core.Handle;

/// How answers came about, as rows.
final class OriginRows {
  private OriginRows() {}

  /// Keeps how an answer came about, or adds the times of its rest.
  static void add(Handle handle, MessageId answer, AnswerOrigin origin) {
    if (insert(handle, answer, origin) == 0) {
      handle.execute(
          "update answer_origin set took = took + ?, spoke = spoke + ? where message_id = ?",
          origin.took().toMillis(),
          origin.spoke().toMillis(),
          answer.value());
    }
  }

  private static int insert(Handle handle, MessageId answer, AnswerOrigin origin) {
    var asker = origin.asker();
    var waited = origin.waited();
    var insert =
        handle
            .createUpdate(
                """
                insert into answer_origin (message_id, asker_id, agent, asked_at, waited, took,
                  spoke, %s)
                values (:id, (select id from account where id = :asker), :agent, :askedAt, :waited,
                  :took, :spoke, %s)
                on conflict do nothing
                """
                    .formatted(ParameterColumns.NAMES, ParameterColumns.VALUES))
            .bind("id", answer.value())
            .bind("asker", Columns.column(asker == null ? null : asker.value()))
            .bind("agent", origin.agent())
            .bind("askedAt", Columns.column(origin.askedAt()))
            .bind("waited", waited == null ? null : waited.toMillis())
            .bind("took", origin.took().toMillis())
            .bind("spoke", origin.spoke().toMillis());
    return ParameterColumns.bind(insert, origin.parameters()).execute();
  }

  static Optional<AnswerOrigin> find(Handle handle, MessageId answer) {
    return handle
        .createQuery("select * from answer_origin where message_id = :id")
        .bind("id", answer.value())
        .map((row, _) -> origin(row))
        .findOne();
  }

  private static AnswerOrigin origin(ResultSet row) throws SQLException {
    var asker = Columns.idOrNull(row, "asker_id");
    var waited = Columns.longOrNull(row, "waited");
    return new AnswerOrigin(
        asker == null ? null : new AccountId(asker),
        row.getString("agent"),
        ParameterColumns.parameters(row),
        Columns.time(row, "asked_at"),
        waited == null ? null : Duration.ofMillis(waited),
        Duration.ofMillis(row.getLong("took")),
        Duration.ofMillis(row.getLong("spoke")));
  }
}
