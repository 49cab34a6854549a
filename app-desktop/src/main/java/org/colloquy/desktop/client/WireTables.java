package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.DataTable;
import org.colloquy.model.DateOrder;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotId;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.colloquy.model.TableState;
import org.jspecify.annotations.Nullable;

/// Tables and plots as the server writes and reads them.
final class WireTables {
  private WireTables() {}

  static TableEntry table(JsonNode node) {
    var faults = node.path("faults");
    var table =
        new DataTable(
            new TableId(Wire.id(node, "id")),
            node.path("number").asLong(),
            new ConversationId(Wire.id(node, "conversation")),
            new AttachmentId(Wire.id(node, "attachment")),
            Wire.text(node, "file"),
            Wire.text(node, "sheet"),
            Wire.text(node, "name"),
            Wire.constant(TableState.class, Wire.text(node, "state"), TableState.FAILED),
            node.path("rows").asLong(),
            form(node.path("form")),
            Wire.list(
                node,
                "columns",
                each ->
                    new TableColumn(
                        Wire.text(each, "name"), Wire.text(each, "heading"), type(each))),
            new TableFaults(
                faults.path("tooFew").asLong(),
                faults.path("tooMany").asLong(),
                faults.path("unfit").asLong(),
                Wire.list(faults, "lines", JsonNode::asLong),
                Wire.list(faults, "unclearDates", JsonNode::asText)),
            Wire.text(node, "why"));
    return new TableEntry(table, node.path("progress").asDouble());
  }

  private static ColumnType type(JsonNode node) {
    return Wire.constant(ColumnType.class, Wire.text(node, "type"), ColumnType.TEXT);
  }

  private static TableForm form(JsonNode node) {
    return new TableForm(
        Wire.text(node, "encoding"),
        Wire.text(node, "delimiter"),
        Wire.text(node, "quote"),
        node.path("skip").asInt(),
        node.path("header").asBoolean(),
        Wire.text(node, "decimal"),
        Wire.constant(DateOrder.class, Wire.text(node, "dates"), DateOrder.YEAR_MONTH_DAY),
        Wire.list(node, "missing", JsonNode::asText));
  }

  static ObjectNode correction(TableForm form, Map<String, ColumnType> types) {
    var body =
        Wire.object()
            .put("encoding", form.encoding())
            .put("delimiter", form.delimiter())
            .put("quote", form.quote())
            .put("skip", form.skip())
            .put("header", form.header())
            .put("decimal", form.decimal())
            .put("dates", word(form.dates()));
    form.missing().forEach(body.putArray("missing")::add);
    var chosen = body.putObject("types");
    types.forEach((name, type) -> chosen.put(name, word(type)));
    return body;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static TableRows rows(JsonNode node) {
    var columns =
        Wire.list(node, "columns", each -> new ResultColumn(Wire.text(each, "name"), type(each)));
    return new TableRows(columns, values(node.path("rows")), node.path("cut").asBoolean());
  }

  /// The values of rows; null for a missing one.
  static List<List<@Nullable String>> values(JsonNode rows) {
    var all = new ArrayList<List<@Nullable String>>();
    for (var row : rows) {
      var values = new ArrayList<@Nullable String>();
      for (var value : row) {
        values.add(value.isNull() ? null : value.asText());
      }
      all.add(values);
    }
    return all;
  }

  static Plot plot(JsonNode node) {
    var spec = node.path("spec");
    return new Plot(
        new PlotId(Wire.id(node, "id")),
        node.path("number").asLong(),
        new ConversationId(Wire.id(node, "conversation")),
        new PlotSpec(
            Wire.constant(PlotSpec.Kind.class, Wire.text(spec, "kind"), PlotSpec.Kind.LINE),
            Wire.text(spec, "title"),
            Wire.text(spec, "x"),
            Wire.text(spec, "y"),
            Wire.text(spec, "series"),
            Wire.text(spec, "xLabel"),
            Wire.text(spec, "yLabel"),
            spec.path("xLog").asBoolean(),
            spec.path("yLog").asBoolean(),
            spec.path("bins").asInt()),
        Wire.text(node, "sql"),
        rows(node.path("data")),
        Wire.time(node, "madeAt"));
  }
}
