package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.UUID;
import org.colloquy.model.ColumnType;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;

/// What a tool for tables told a model, for a person to look at.
public sealed interface TableAnswer {
  /// Rows of a question in SQL.
  record Rows(String sql, TableRows rows) implements TableAnswer {}

  /// A plot that the server keeps.
  record Drawn(String sql, UUID plot) implements TableAnswer {}

  /// Nothing of that kind, such as what went wrong.
  record Other() implements TableAnswer {}

  /// Reads it.
  ///
  /// @param asked the arguments of the call
  /// @param told what came of it
  static TableAnswer of(String tool, String asked, String told) {
    boolean asks = tool.equals("query_table") || tool.equals("plot_table");
    if (!asks || !told.startsWith("{")) {
      return new Other();
    }
    try {
      var sql = Wire.text(Wire.parse(asked), "sql");
      var answer = Wire.parse(told);
      return tool.equals("query_table")
          ? new Rows(sql, rows(answer))
          : new Drawn(sql, UUID.fromString(answer.path("plot").asText()));
    } catch (Unreachable | IllegalArgumentException _) {
      return new Other();
    }
  }

  private static TableRows rows(JsonNode answer) {
    var columns = new ArrayList<ResultColumn>();
    for (int i = 0; i < answer.path("columns").size(); i++) {
      var type = answer.path("types").path(i).asText("");
      columns.add(
          new ResultColumn(
              answer.path("columns").path(i).asText(),
              Wire.constant(ColumnType.class, type, ColumnType.TEXT)));
    }
    return new TableRows(
        columns, WireTables.values(answer.path("data")), answer.path("cut").asBoolean());
  }
}
