package org.colloquy.desktop.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableRows;

/// What the desktop asks of a server about tables and plots. Blocks and fails as [ApiClient] does.
public final class TableClient {
  private static final String TABLES = "/api/tables/";

  private final HttpCalls calls;

  public TableClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// In the order in which they came.
  public List<TableEntry> tables(ConversationId conversation) {
    var found = calls.get("/api/conversations/" + conversation + "/tables");
    return Wire.list(found, "tables", WireTables::table);
  }

  /// Has a table read anew.
  public TableEntry correct(TableId id, TableForm form, Map<String, ColumnType> types) {
    return WireTables.table(calls.patch(TABLES + id, WireTables.correction(form, types)));
  }

  /// Forgets a table, and stops reading it.
  public void remove(TableId id) {
    calls.delete(TABLES + id);
  }

  /// Some rows of a table, in the order of its file.
  ///
  /// @param from the first one, from 0
  public TableRows rows(TableId id, long from, int count) {
    return WireTables.rows(calls.get(TABLES + id + "/rows?from=" + from + "&count=" + count));
  }

  /// What a question in SQL comes to.
  public TableRows query(ConversationId conversation, String sql) {
    var path = "/api/conversations/" + conversation + "/queries";
    return WireTables.rows(calls.post(path, Wire.object().put("sql", sql)));
  }

  /// The same as a file for other programs, with more rows.
  public byte[] csv(ConversationId conversation, String sql) {
    var path = "/api/conversations/" + conversation + "/queries/csv";
    var asked = Wire.object().put("sql", sql).toString();
    var request = calls.request(path).POST(BodyPublishers.ofString(asked));
    try (var body = calls.open(request).body()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new Unreachable("the rows broke off", e);
    }
  }

  /// Makes a plot of what a question comes to.
  ///
  /// @param y empty for a histogram
  public Plot draw(
      ConversationId conversation, String sql, PlotSpec.Kind kind, String x, String y) {
    var body = Wire.object().put("sql", sql).put("x", x);
    body.put("kind", kind.name().toLowerCase(Locale.ROOT));
    if (!y.isEmpty()) {
      body.put("y", y);
    }
    return WireTables.plot(calls.post("/api/conversations/" + conversation + "/plots", body));
  }

  /// A plot with its data.
  public Plot plot(UUID id) {
    return WireTables.plot(calls.get("/api/plots/" + id));
  }
}
