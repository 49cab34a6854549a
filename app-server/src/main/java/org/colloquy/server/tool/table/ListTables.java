package org.colloquy.server.tool.table;

import java.util.Locale;
import org.colloquy.model.DataTable;
import org.colloquy.model.TableState;
import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.tool.Parameters;

/// Tells which tables the conversation has, with their columns.
public final class ListTables implements TableTool {
  private static final Parameters PARAMETERS = Parameters.of();
  private static final int MOST_COLUMNS = 300;

  private final DataTables tables;

  public ListTables(DataTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "list_tables";
  }

  @Override
  public String description() {
    return "Lists the tables that the user gave to this conversation, with the names and types of"
        + " their columns as query_table and plot_table take them.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    PARAMETERS.read(arguments);
    var listed = tables.of(occasion.caller(), occasion.conversation());
    if (listed.isEmpty()) {
      return "This conversation has no tables.";
    }
    var told = new StringBuilder();
    listed.forEach(one -> tell(one.table(), told));
    return told.toString().strip();
  }

  private static void tell(DataTable table, StringBuilder told) {
    told.append("Table ").append(table.name()).append(", from ").append(table.file());
    if (!table.sheet().isEmpty()) {
      told.append(", sheet ").append(table.sheet());
    }
    if (table.state() != TableState.READY) {
      told.append(
          table.state() == TableState.FAILED
              ? ": cannot be asked. " + table.why()
              : ": is still being read.");
      told.append("\n\n");
      return;
    }
    told.append(", ").append(table.rows()).append(" rows:\n");
    for (var column : table.columns().stream().limit(MOST_COLUMNS).toList()) {
      told.append(quoted(column.name()))
          .append(' ')
          .append(column.type().name().toLowerCase(Locale.ROOT))
          .append('\n');
    }
    if (table.columns().size() > MOST_COLUMNS) {
      told.append("and ").append(table.columns().size() - MOST_COLUMNS).append(" more\n");
    }
    var unclear = table.faults().unclearDates();
    if (!unclear.isEmpty()) {
      told.append("It is unclear whether day or month comes first in the dates of ")
          .append(String.join(", ", unclear.stream().map(ListTables::quoted).toList()))
          .append("; they were read as ")
          .append(table.form().dates().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .append(". Tell the user.\n");
    }
    told.append('\n');
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : '"' + name + '"';
  }
}
