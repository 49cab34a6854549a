package org.colloquy.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.server.core.export.ExportStore;

/// Finds what an account has.
public final class JdbiExportStore implements ExportStore {
  /// One query, so that conversation and messages are as they were at one moment. A conversation
  /// without more messages has one row.
  private static final String SQL =
      """
      select %s, %s
      %s left join (
        select * from message
        where conversation_id = :conversation and number > :after
        order by conversation_id, number
        fetch first :most rows only) m on m.conversation_id = c.id
      where c.id = :conversation
      order by m.number
      """
          .formatted(
              MessageRows.columns("m.content"), ConversationRows.COLUMNS, ConversationRows.FROM);

  private final Database database;

  public JdbiExportStore(Database database) {
    this.database = database;
  }

  @Override
  public List<ConversationId> conversations(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                "select id from conversation where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .mapTo(UUID.class)
            .map(ConversationId::new)
            .list());
  }

  @Override
  public Optional<Page> messages(ConversationId conversation, long after, int most) {
    return database.read(handle -> {
      var found = new ArrayList<Conversation>();
      var messages = new ArrayList<Message>();
      handle
          .createQuery(SQL)
          .bind("conversation", conversation.value())
          .bind("after", after)
          .bind("most", most)
          .scanResultSet((rows, _) -> {
            var row = rows.get();
            while (row.next()) {
              found.add(ConversationRows.conversation(row));
              if (row.getObject(MessageRows.ID) != null) {
                messages.add(MessageRows.stored(row).checked());
              }
            }
            return row;
          });
      return found.stream().findFirst().map(one -> new Page(one, messages));
    });
  }
}
