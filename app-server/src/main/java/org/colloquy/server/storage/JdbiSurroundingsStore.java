package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.server.core.conversation.Surroundings;
import org.colloquy.server.core.conversation.SurroundingsStore;

/// Reads what a question is put among: one statement for its conversation with all that most
/// conversations do not have, one for the messages.
public final class JdbiSurroundingsStore implements SurroundingsStore {
  private static final String SELECT =
      """
      select %s, s.*,
        exists (select 1 from attachment a where a.conversation_id = c.id) as has_files,
        exists (select 1 from data_table t where t.conversation_id = c.id) as has_tables
      %s left join conversation_setting s on s.conversation_id = c.id
      where c.id = :id and c.removed_at is null
      """
          .formatted(ConversationRows.COLUMNS, ConversationRows.FROM);

  private final Database database;

  public JdbiSurroundingsStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Surroundings> of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(SELECT)
            .bind("id", conversation.value())
            .map((row, _) -> surroundings(row, JdbiMessageStore.tree(handle, conversation)))
            .findOne());
  }

  private static Surroundings surroundings(ResultSet row, List<Message> messages)
      throws SQLException {
    return new Surroundings(
        ConversationRows.conversation(row),
        JdbiConversationSettingStore.settingOrNone(row),
        messages,
        row.getBoolean("has_files"),
        row.getBoolean("has_tables"));
  }
}
