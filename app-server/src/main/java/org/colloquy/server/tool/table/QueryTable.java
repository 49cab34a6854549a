package org.colloquy.server.tool.table;

import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;

/// Puts a question in SQL to the tables of the conversation.
public final class QueryTable implements TableTool {
  private static final int MOST_ROWS = 200;
  private static final String SQL = "sql";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(
              SQL,
              Parameter.Kind.TEXT,
              "One SELECT in the SQL of H2. Put names that are not plain words in double quotes."));

  private final DataTables tables;

  public QueryTable(DataTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "query_table";
  }

  @Override
  public String description() {
    return "Puts one SQL SELECT to the tables that the user gave to this conversation (files such"
        + " as CSV, TSV and XLSX), and tells up to 200 rows. list_tables tells which tables"
        + " and columns there are. Counting, summing and joining belong into the SQL.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var sql = PARAMETERS.read(arguments).text(SQL);
    var rows = tables.query(occasion.caller(), occasion.conversation(), sql, MOST_ROWS);
    return RowsJson.of(rows).toString();
  }
}
