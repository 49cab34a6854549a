package org.colloquy.server.storage;

import java.sql.Array;
import java.sql.SQLException;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Usage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the tokens of messages were in detail, as rows: only of those of which there is something
/// to tell.
final class TokenRows {
  /// The figures of `message m` as a list, in the order in which [#usage] takes them; null for
  /// none.
  static final String COLUMN =
      """
      case when m.input_tokens + m.output_tokens > 0 then (
        select array[d.cached, d.cache_written, d.reasoning]
        from answer_tokens d where d.message_id = m.id) end
      """;

  private TokenRows() {}

  /// Puts these figures in the place of those that a message had.
  static void replace(Handle handle, Message before, Usage usage) {
    if (hasDetails(before.usage())) {
      handle.execute("delete from answer_tokens where message_id = ?", before.id().value());
    }
    add(handle, before.id(), usage);
  }

  private static boolean hasDetails(Usage usage) {
    return usage.cached() + usage.cacheWritten() + usage.reasoning() > 0;
  }

  static void add(Handle handle, MessageId message, Usage usage) {
    if (hasDetails(usage)) {
      handle.execute(
          """
          insert into answer_tokens (message_id, cached, cache_written, reasoning)
          values (?, ?, ?, ?)
          """,
          message.value(),
          usage.cached(),
          usage.cacheWritten(),
          usage.reasoning());
    }
  }

  /// @param details the figures of [#COLUMN]
  static Usage usage(int input, int output, @Nullable Array details) throws SQLException {
    if (details == null) {
      return new Usage(input, output);
    }
    var figures = (Object[]) details.getArray();
    return new Usage(
        input, output, (Integer) figures[0], (Integer) figures[1], (Integer) figures[2]);
  }
}
