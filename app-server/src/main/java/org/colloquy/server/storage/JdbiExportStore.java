package org.colloquy.server.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.server.core.export.ExportStore;
import org.jdbi.v3.core.Handle;

/// Finds what an account has.
public final class JdbiExportStore implements ExportStore {
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
    return database.read(handle ->
        find(handle, conversation)
            .map(found -> new Page(found, messages(handle, conversation, after, most))));
  }

  private static Optional<Conversation> find(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            "select " + ConversationRows.COLUMNS + ConversationRows.FROM + "where c.id = :id")
        .bind("id", id.value())
        .map((row, _) -> ConversationRows.conversation(row))
        .findOne();
  }

  private static List<Message> messages(
      Handle handle, ConversationId conversation, long after, int most) {
    return handle
        .createQuery(
            MessageRows.SELECT
                + """
                where m.conversation_id = :conversation and m.number > :after
                order by m.conversation_id, m.number
                fetch first :most rows only
                """)
        .bind("conversation", conversation.value())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> MessageRows.stored(row).checked())
        .list();
  }
}
