package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.FolderId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;

/// Conversations as rows.
final class ConversationRows {
  /// Of `conversation c` and `conversation_progress p`; named so that they can stand beside a
  /// message's.
  static final String COLUMNS =
      """
      c.id as c_id, c.number as c_number, c.owner_id as c_owner_id, c.title as c_title,
      c.created_at as c_created_at, c.removed_at as c_removed_at,
      p.message_count as c_message_count, p.updated_at as c_updated_at,
      p.active_leaf as c_active_leaf, c.folder_id as c_folder_id,
      c.agent_id as c_agent_id, c.memory_off as c_memory_off
      """;

  static final String FROM =
      """
      from conversation c join conversation_progress p on p.conversation_id = c.id
      """;

  private ConversationRows() {}

  /// Adds one without messages.
  ///
  /// @return false when the id is taken, also by somebody who takes it at the same time
  static boolean add(Handle handle, NewConversation conversation) {
    int added =
        handle
            .createUpdate(
                """
                insert into conversation (id, owner_id, title, created_at)
                values (:id, :owner, :title, :createdAt)
                on conflict do nothing
                """)
            .bind("id", conversation.id().value())
            .bind("owner", conversation.owner().value())
            .bind("title", conversation.title())
            .bind("createdAt", Columns.column(conversation.createdAt()))
            .execute();
    if (added > 0) {
      handle.execute(
          """
          insert into conversation_progress (conversation_id, message_count, updated_at)
          values (?, 0, ?)
          """,
          conversation.id().value(),
          Columns.column(conversation.createdAt()));
      SearchChanges.note(handle, Change.What.TITLE, conversation.id().value());
    }
    return added > 0;
  }

  static Conversation conversation(ResultSet row) throws SQLException {
    UUID leaf = Columns.idOrNull(row, "c_active_leaf");
    UUID folder = Columns.idOrNull(row, "c_folder_id");
    UUID agent = Columns.idOrNull(row, "c_agent_id");
    return new Conversation(
        new ConversationId(Columns.id(row, "c_id")),
        row.getLong("c_number"),
        new AccountId(Columns.id(row, "c_owner_id")),
        row.getString("c_title"),
        row.getInt("c_message_count"),
        Columns.time(row, "c_created_at"),
        Columns.time(row, "c_updated_at"),
        leaf == null ? null : new MessageId(leaf),
        Columns.timeOrNull(row, "c_removed_at"),
        folder == null ? null : new FolderId(folder),
        agent == null ? null : new AgentId(agent),
        !row.getBoolean("c_memory_off"));
  }
}
