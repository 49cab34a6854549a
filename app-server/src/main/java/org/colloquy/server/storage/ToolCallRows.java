package org.colloquy.server.storage;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.colloquy.model.MessageId;
import org.colloquy.model.ToolCall;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tool calls of messages as rows.
final class ToolCallRows {
  private ToolCallRows() {}

  /// Calls that are none leave what was there.
  static void replace(Handle handle, MessageId message, List<ToolCall> calls) {
    if (!calls.isEmpty()) {
      handle.execute("delete from tool_call where message_id = ?", message.value());
    }
    add(handle, message, calls);
  }

  static void add(Handle handle, MessageId message, List<ToolCall> calls) {
    for (int place = 0; place < calls.size(); place++) {
      var call = calls.get(place);
      handle.execute(
          """
          insert into tool_call (message_id, place, call_id, tool, arguments)
          values (?, ?, ?, ?, ?)
          """,
          message.value(),
          place,
          call.id(),
          call.tool(),
          call.arguments());
    }
  }

  static List<ToolCall> calls(@Nullable Array ids, Array tools, Array arguments)
      throws SQLException {
    if (ids == null) {
      return List.of();
    }
    var id = (Object[]) ids.getArray();
    var tool = (Object[]) tools.getArray();
    var argument = (Object[]) arguments.getArray();
    return IntStream.range(0, id.length)
        .mapToObj(i -> new ToolCall((String) id[i], (String) tool[i], (String) argument[i]))
        .toList();
  }
}
