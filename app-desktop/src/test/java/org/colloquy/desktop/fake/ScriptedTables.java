package org.colloquy.desktop.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The tables and plots of the scripted server.
public final class ScriptedTables {
  private static final String FORM =
      """
      {"encoding":"UTF-8","delimiter":";","quote":"\\"","skip":0,"header":true,"decimal":",",
       "dates":"day-month-year","missing":["NA"]}\
      """;

  private final Map<String, List<ObjectNode>> tables = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> plots = new ConcurrentHashMap<>();

  /// A table that is there already, with three columns and some rows.
  public void add(UUID conversation, String name, int rows) {
    add(conversation, name, "ready", rows);
  }

  /// A table in this state.
  public UUID add(UUID conversation, String name, String state, int rows) {
    var id = UUID.randomUUID();
    var table =
        read(
            """
            {"id":"%s","number":1,"conversation":"%s","attachment":"%s","name":"%s",
             "file":"%s.csv","sheet":"","state":"%s","progress":0.4,"rows":%d,
             "columns":[{"name":"well","heading":"well","type":"text"},
               {"name":"day","heading":"day","type":"date"},
               {"name":"rate","heading":"rate","type":"decimal"}],
             "form":%s,"faults":{"tooFew":1,"tooMany":2,"unfit":0,"lines":[17,90],
               "unclearDates":["day"]},"why":""}\
            """
                .formatted(id, conversation, UUID.randomUUID(), name, name, state, rows, FORM));
    tables.computeIfAbsent(conversation.toString(), _ -> new CopyOnWriteArrayList<>()).add(table);
    return id;
  }

  /// Lets all tables be whole.
  public void finish() {
    tables.values().forEach(all -> all.forEach(table -> table.put("state", "ready")));
  }

  /// A plot of this kind that is there already.
  public UUID addPlot(String kind, String data) {
    var id = UUID.randomUUID();
    plots.put(
        id.toString(),
        read(
            """
            {"id":"%s","number":1,"conversation":"%s","sql":"select 1","madeAt":"2026-01-15T10:00:00Z",
             "spec":{"kind":"%s","title":"Decline of two wells","x":"x","y":"y","series":"%s",
               "xLabel":"","yLabel":"m³/d","xLog":false,"yLog":false,"bins":0},
             "data":%s}\
            """
                .formatted(
                    id, UUID.randomUUID(), kind, kind.equals("histogram") ? "" : "well", data)));
    return id;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) ScriptedServer.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// A plot of the rows that every question comes to.
  @Nullable ObjectNode draw(ObjectNode wanted) {
    var plot = plots.get(addPlot(wanted.path("kind").asText(), asked().toString()).toString());
    if (plot != null) {
      var spec = (ObjectNode) plot.path("spec");
      spec.put("series", "").set("x", wanted.path("x"));
      spec.set("y", wanted.path("y"));
    }
    return plot;
  }

  @Nullable ObjectNode plot(String id) {
    return plots.get(id);
  }

  ObjectNode of(String conversation) {
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.set("tables", ScriptedServer.array(tables.getOrDefault(conversation, List.of())));
    return answer.deepCopy();
  }

  @Nullable ObjectNode handle(HttpExchange exchange, String[] path, ObjectNode body) {
    if (path.length == 3) {
      return rows(String.valueOf(exchange.getRequestURI().getQuery()));
    }
    for (var all : tables.values()) {
      for (var table : all) {
        if (table.path("id").asText().equals(path[1])) {
          return changed(exchange.getRequestMethod(), all, table, body);
        }
      }
    }
    return null;
  }

  private static ObjectNode changed(
      String method, List<ObjectNode> all, ObjectNode table, ObjectNode body) {
    if (method.equals("DELETE")) {
      all.remove(table);
    } else {
      table.put("state", "waiting");
      ((ObjectNode) table.path("form")).put("delimiter", body.path("delimiter").asText());
    }
    return table;
  }

  /// Rows from the one that is asked for.
  private static ObjectNode rows(String query) {
    int from = Integer.parseInt(query.replaceFirst("&.*", "").replaceAll("\\D", ""));
    var answer = answer();
    var rows = answer.putArray("rows");
    for (int i = from; i < from + 100; i++) {
      rows.addArray().add("A-" + i).add("2026-01-%02d".formatted(i % 28 + 1)).add(i + ".5");
    }
    return answer.put("count", 100).put("cut", false);
  }

  private static ObjectNode answer() {
    return read(
        """
        {"columns":[{"name":"well","type":"text"},{"name":"day","type":"date"},
          {"name":"rate","type":"decimal"}]}\
        """);
  }

  static ObjectNode asked() {
    var answer = answer();
    var rows = answer.putArray("rows");
    rows.addArray().add("A-1").add("2026-01-01").add("10.5");
    rows.addArray().add("B-2").add("2026-01-02").addNull();
    return answer.put("count", 2).put("cut", false);
  }
}
