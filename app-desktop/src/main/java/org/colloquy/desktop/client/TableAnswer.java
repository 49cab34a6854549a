package org.colloquy.desktop.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ColumnType;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.jspecify.annotations.Nullable;

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
      var json = new JsonMapper();
      var sql = json.readTree(asked).path("sql").asText("");
      var answer = json.readTree(told);
      return tool.equals("query_table")
          ? new Rows(sql, rows(answer))
          : new Drawn(sql, UUID.fromString(answer.path("plot").asText()));
    } catch (JsonProcessingException | IllegalArgumentException _) {
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
    var rows = new ArrayList<List<@Nullable String>>();
    for (var row : answer.path("data")) {
      var values = new ArrayList<@Nullable String>();
      for (var value : row) {
        values.add(value.isNull() ? null : value.asText());
      }
      rows.add(values);
    }
    return new TableRows(columns, rows, answer.path("cut").asBoolean());
  }
}
