package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.ConversationMarks;
import org.jdbi.v3.core.Handle;

/// Marks of conversations as rows.
final class MarkRows {
  /// Of `conversation c` and `conversation_progress p`.
  static final String COLUMNS = "c.pinned, c.archived, p.answers_ended > p.answers_read as unread";

  private MarkRows() {}

  /// Its owner has one answer more to see.
  static void answered(Handle handle, ConversationId conversation) {
    handle.execute(
        """
        update conversation_progress set answers_ended = answers_ended + 1
        where conversation_id = ?
        """,
        conversation.value());
  }

  /// @param row with a column `tags` besides
  static ConversationMarks marks(ResultSet row) throws SQLException {
    return new ConversationMarks(
        row.getBoolean("pinned"), row.getBoolean("archived"), row.getBoolean("unread"), tags(row));
  }

  private static List<String> tags(ResultSet row) throws SQLException {
    var array = row.getArray("tags");
    return array == null
        ? List.of()
        : Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
