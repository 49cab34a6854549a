package org.colloquy.desktop.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableRows;

/// What the desktop asks of a server about tables and plots. Blocks and fails as [ApiClient] does.
public final class TableClient {
  private static final String TABLES = "/api/tables/";

  private final HttpCalls calls;

  public TableClient(ServerAddress address) {
    this.calls = new HttpCalls(address);
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

  /// A plot with its data.
  public Plot plot(UUID id) {
    return WireTables.plot(calls.get("/api/plots/" + id));
  }
}
