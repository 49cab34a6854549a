package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.conversation.BranchWalk;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.conversation.Shown;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads a conversation and its active branch in one query, from the newest message to the oldest.
/// The database leaves out the words of messages that are not shown; those of other branches are
/// not looked at.
///
/// When only the newest messages are wanted, no more are asked for, and one more: the one before
/// them ends the walk. Messages of other branches among them make a second, larger helping
/// necessary.
final class ThreadRows {
  private final Handle handle;
  private final AccountId owner;
  private final String which;
  private final Object key;
  private final Shown shown;
  private @Nullable BranchWalk walk;
  private long below = Long.MAX_VALUE;

  /// @param which the condition on `conversation c` that `:key` fulfils
  ThreadRows(Handle handle, AccountId owner, String which, Object key, Shown shown) {
    this.handle = handle;
    this.owner = owner;
    this.which = which;
    this.key = key;
    this.shown = shown;
  }

  Optional<ConversationThread> read() {
    long most = shown.newest() + 1L;
    while (read(most) == most && !isOver()) {
      most *= 2;
    }
    return Optional.ofNullable(walk).map(BranchWalk::thread);
  }

  private boolean isOver() {
    return walk == null || walk.isOver();
  }

  /// @return how many messages there were
  private long read(long most) {
    boolean all = most > Integer.MAX_VALUE;
    var query =
        handle
            .createQuery(sql(all ? "message" : helping()))
            .bindList("roles", shown.roles().stream().map(Enum::name).toList())
            .bind("results", shown.results())
            .bind("key", key)
            .bind("owner", owner.value());
    if (!all) {
      query.bind("below", below).bind("most", most);
    }
    return query.scanResultSet((rows, _) -> pass(rows.get()));
  }

  private String sql(String messages) {
    return """
    select %s, %s
    %s left join %s m on m.conversation_id = c.id
    where %s and c.owner_id = :owner and c.removed_at is null
    order by m.number desc
    """
        .formatted(
            MessageRows.columns(
                """
                case when m.role in (<roles>) and (m.answers_call is null or :results)
                  then m.content end
                """),
            ConversationRows.COLUMNS,
            ConversationRows.FROM,
            messages,
            which);
  }

  private String helping() {
    return """
    (select * from message
      where conversation_id = (select id from conversation c where %s) and number < :below
      order by conversation_id desc, number desc
      fetch first :most rows only)
    """
        .formatted(which);
  }

  private long pass(ResultSet rows) throws SQLException {
    long passed = 0;
    while (rows.next()) {
      if (walk == null) {
        walk = new BranchWalk(ConversationRows.conversation(rows), shown.newest());
      }
      var id = Columns.idOrNull(rows, MessageRows.ID);
      if (id != null && !walk.isOver()) {
        pass(rows, walk, id);
        passed++;
      }
    }
    return passed;
  }

  private void pass(ResultSet row, BranchWalk walk, UUID id) throws SQLException {
    var parent = Columns.idOrNull(row, MessageRows.PARENT);
    boolean wanted =
        walk.passes(new MessageId(id), parent == null ? null : new MessageId(parent))
            && row.getString(MessageRows.CONTENT) != null;
    if (wanted) {
      walk.take(MessageRows.stored(row).checked());
    }
    below = row.getLong(MessageRows.NUMBER);
  }
}
