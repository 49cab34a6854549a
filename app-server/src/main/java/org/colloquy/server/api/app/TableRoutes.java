package org.colloquy.server.api.app;

import org.colloquy.model.ConversationId;
import org.colloquy.model.PlotId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.table.Plots;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/tables/...`, `/api/plots/...`: the tables of conversations, questions to them, and plots.
public final class TableRoutes {
  private static final int USUAL_ROWS = 100;
  private static final int SHOWN_ROWS = 1_000;

  private final DataTables tables;
  private final Plots plots;

  public TableRoutes(DataTables tables, Plots plots) {
    this.tables = tables;
    this.plots = plots;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/conversations/{id}/tables", Scope.READ, this::list)
        .signedIn("POST", "/api/conversations/{id}/queries", Scope.WRITE, this::query)
        .signedIn("POST", "/api/conversations/{id}/queries/csv", Scope.WRITE, this::queryCsv)
        .signedIn("GET", "/api/conversations/{id}/plots", Scope.READ, this::listPlots)
        .signedIn("POST", "/api/conversations/{id}/plots", Scope.WRITE, this::plot)
        .signedIn("GET", "/api/tables/{id}", Scope.READ, this::get)
        .signedIn("PATCH", "/api/tables/{id}", Scope.WRITE, this::correct)
        .signedIn("DELETE", "/api/tables/{id}", Scope.WRITE, this::remove)
        .signedIn("GET", "/api/tables/{id}/rows", Scope.READ, this::rows)
        .signedIn("GET", "/api/plots/{id}", Scope.READ, this::getPlot)
        .signedIn("GET", "/api/plots/{id}/csv", Scope.READ, this::plotCsv);
  }

  private void list(Caller caller, Exchange exchange) {
    var found = tables.of(caller, conversation(exchange));
    exchange.reply(new TableJson.TablesJson(found.stream().map(TableJson::of).toList()));
  }

  private void get(Caller caller, Exchange exchange) {
    exchange.reply(TableJson.of(tables.get(caller, table(exchange))));
  }

  private void correct(Caller caller, Exchange exchange) {
    var id = table(exchange);
    var before = tables.get(caller, id).table();
    var body = exchange.body(TableBodies.CorrectionBody.class);
    exchange.reply(
        TableJson.of(tables.correct(caller, id, body.form(before.form()), body.chosenTypes())));
  }

  private void remove(Caller caller, Exchange exchange) {
    tables.remove(caller, table(exchange));
    exchange.replyEmpty(204);
  }

  private void rows(Caller caller, Exchange exchange) {
    var from = number(exchange, "from", 0, Integer.MAX_VALUE);
    var count = number(exchange, "count", USUAL_ROWS, SHOWN_ROWS);
    exchange.reply(RowsJson.of(tables.rows(caller, table(exchange), from, count)));
  }

  private void query(Caller caller, Exchange exchange) {
    var conversation = conversation(exchange);
    var sql = exchange.body(TableBodies.QueryBody.class).requiredSql();
    exchange.reply(RowsJson.of(tables.query(caller, conversation, sql, SHOWN_ROWS)));
  }

  private void queryCsv(Caller caller, Exchange exchange) {
    var conversation = conversation(exchange);
    var sql = exchange.body(TableBodies.QueryBody.class).requiredSql();
    var rows = tables.query(caller, conversation, sql, DataTables.MOST_ROWS);
    exchange.replyFile("result.csv", "text/csv", out -> RowsJson.writeCsv(rows, out));
  }

  private void listPlots(Caller caller, Exchange exchange) {
    var found = plots.of(caller, conversation(exchange));
    exchange.reply(new PlotJson.PlotsJson(found.stream().map(PlotJson::of).toList()));
  }

  private void plot(Caller caller, Exchange exchange) {
    var conversation = conversation(exchange);
    var body = exchange.body(PlotJson.PlotBody.class);
    var plot = plots.make(caller, conversation, body.spec(), body.requiredSql());
    exchange.reply(201, PlotJson.of(plot));
  }

  private void getPlot(Caller caller, Exchange exchange) {
    exchange.reply(PlotJson.of(plots.get(caller, plot(exchange))));
  }

  private void plotCsv(Caller caller, Exchange exchange) {
    var data = plots.get(caller, plot(exchange)).data();
    exchange.replyFile("plot.csv", "text/csv", out -> RowsJson.writeCsv(data, out));
  }

  private static int number(Exchange exchange, String name, int usual, int most) {
    var given = exchange.query(name);
    if (given.isEmpty()) {
      return usual;
    }
    if (given.get().matches("\\d{1,9}") && Integer.parseInt(given.get()) <= most) {
      return Integer.parseInt(given.get());
    }
    throw new ProblemException(
        new Problem.Invalid(name, "This is a number between 0 and " + most + "."));
  }

  private static ConversationId conversation(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }

  private static TableId table(Exchange exchange) {
    return new TableId(exchange.id("id", "table"));
  }

  private static PlotId plot(Exchange exchange) {
    return new PlotId(exchange.id("id", "plot"));
  }
}
