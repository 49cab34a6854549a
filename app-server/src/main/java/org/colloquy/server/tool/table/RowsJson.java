package org.colloquy.server.tool.table;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// Rows as models are told them, and as they stay with the answer.
final class RowsJson {
  static final JsonMapper JSON = new JsonMapper();

  /// In characters. What is longer is told in fewer rows.
  private static final int LONGEST = 40_000;

  private static final int LONGEST_VALUE = 2_000;
  private static final int LONGEST_NUMBER = 40;

  private RowsJson() {}

  /// `{"rows":2,"cut":false,"columns":["a","b"],"types":["integer","text"],"data":[[1,"x"],...]}`
  static ObjectNode of(TableRows rows) {
    var told = JSON.createObjectNode();
    var data = JSON.createArrayNode();
    int length = 0;
    for (var row : rows.rows()) {
      var values = JSON.createArrayNode();
      for (int i = 0; i < row.size(); i++) {
        var value = row.get(i);
        length += value == null ? 5 : Math.min(value.length(), LONGEST_VALUE) + 3;
        add(values, value, rows.columns().get(i).type().isNumber());
      }
      if (length > LONGEST && !data.isEmpty()) {
        break;
      }
      data.add(values);
    }
    told.put("rows", data.size()).put("cut", rows.cut() || data.size() < rows.rows().size());
    var columns = told.putArray("columns");
    var types = told.putArray("types");
    for (var column : rows.columns()) {
      columns.add(column.name());
      types.add(column.type().name().toLowerCase(Locale.ROOT));
    }
    told.set("data", data);
    return told;
  }

  private static void add(ArrayNode values, @Nullable String value, boolean number) {
    if (value == null) {
      values.addNull();
    } else if (number && value.length() <= LONGEST_NUMBER && value.matches("-?[0-9.eE+-]+")) {
      values.add(new BigDecimal(value));
    } else if (value.length() > LONGEST_VALUE) {
      values.add(value.substring(0, LONGEST_VALUE) + "…");
    } else {
      values.add(value);
    }
  }
}
