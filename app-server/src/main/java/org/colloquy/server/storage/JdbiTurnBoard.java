package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.turn.TurnBoard;

/// Keeps the turns that servers over one database run.
public final class JdbiTurnBoard implements TurnBoard {
  private final Database database;

  public JdbiTurnBoard(Database database) {
    this.database = database;
  }

  @Override
  public boolean post(Posted turn, Admission admission) {
    return database.write(handle -> {
      var conversation = turn.conversation().value();
      handle
          .createQuery("select id from conversation where id = :id for update")
          .bind("id", conversation)
          .mapToMap()
          .list();
      var there =
          handle
              .createQuery(
                  """
                  select * from running_turn where conversation_id = :id and not ended order by id
                  """)
              .bind("id", conversation)
              .map((row, _) -> posted(row))
              .list();
      int ofOwner =
          handle
              .createQuery(
                  "select count(*) from running_turn where owner_id = :owner and not ended")
              .bind("owner", turn.owner().value())
              .mapTo(Integer.class)
              .one();
      if (!admission.admits(there, ofOwner)) {
        return false;
      }
      var question = turn.question();
      handle
          .createUpdate(
              """
              insert into running_turn (id, server, conversation_id, owner_id, home_id, beside,
                question_id, ended)
              values (:id, :server, :conversation, :owner, :home, :beside, :question, false)
              """)
          .bind("id", turn.id().value())
          .bind("server", turn.server())
          .bind("conversation", conversation)
          .bind("owner", turn.owner().value())
          .bind("home", turn.home().value())
          .bind("beside", turn.beside())
          .bind("question", Columns.column(question == null ? null : question.value()))
          .execute();
      return true;
    });
  }

  @Override
  public void change(Posted turn) {
    var question = turn.question();
    var answer = turn.answer();
    database.write(handle ->
        handle
            .createUpdate(
                "update running_turn set question_id = :question, answer_id = :answer where id ="
                    + " :id")
            .bind("question", Columns.column(question == null ? null : question.value()))
            .bind("answer", Columns.column(answer == null ? null : answer.value()))
            .bind("id", turn.id().value())
            .execute());
  }

  @Override
  public void end(Collection<TurnId> turns) {
    each("update running_turn set ended = true where id in (<ids>)", turns);
  }

  @Override
  public void remove(Collection<TurnId> turns) {
    each("delete from running_turn where id in (<ids>)", turns);
  }

  private void each(String sql, Collection<TurnId> turns) {
    database.write(handle ->
        handle
            .createUpdate(sql)
            .bindList("ids", turns.stream().map(TurnId::value).toList())
            .execute());
  }

  @Override
  public Optional<Posted> find(TurnId id) {
    return database.read(handle ->
        handle
            .createQuery("select * from running_turn where id = :id")
            .bind("id", id.value())
            .map((row, _) -> posted(row))
            .findOne());
  }

  @Override
  public List<Posted> going() {
    return database.read(handle ->
        handle
            .createQuery("select * from running_turn where not ended order by id")
            .map((row, _) -> posted(row))
            .list());
  }

  private static Posted posted(ResultSet row) throws SQLException {
    var question = Columns.idOrNull(row, "question_id");
    var answer = Columns.idOrNull(row, "answer_id");
    return new Posted(
        new TurnId(Columns.id(row, "id")),
        row.getInt("server"),
        new ConversationId(Columns.id(row, "conversation_id")),
        new AccountId(Columns.id(row, "owner_id")),
        new AccountId(Columns.id(row, "home_id")),
        row.getBoolean("beside"),
        question == null ? null : new MessageId(question),
        answer == null ? null : new MessageId(answer));
  }
}
