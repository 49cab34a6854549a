package org.colloquy.server.storage.table;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableRows;
import org.colloquy.server.Problems;
import org.colloquy.server.core.table.TableData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of the databases of tables have in common.
abstract class TableDatabasesCase {
  static final ConversationId TALK = new ConversationId(new UUID(1, 1));
  static final ConversationId OTHER = new ConversationId(new UUID(1, 2));
  static final List<TableColumn> COLUMNS =
      List.of(
          new TableColumn("well", "well", ColumnType.TEXT),
          new TableColumn("rate", "rate", ColumnType.DECIMAL),
          new TableColumn("n", "n", ColumnType.INTEGER));

  @TempDir Path folder;
  @Nullable TableDatabases opened;

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  TableDatabases tables() {
    return Objects.requireNonNull(opened);
  }

  TableDatabases open(String password) {
    opened = TableDatabases.in(folder.resolve("tables"), password, Duration.ofMinutes(1));
    return opened;
  }

  static TableData.Source wells(int rows) {
    return sink -> {
      for (int i = 0; i < rows; i++) {
        sink.row(new Object[] {"A-" + i, new BigDecimal(i + ".5"), (long) i});
      }
    };
  }

  void fill() {
    open("").load(TALK, "wells", COLUMNS, wells(3));
  }

  TableRows ask(String sql) {
    return tables().query(TALK, sql, 100);
  }

  String why(String sql) {
    return ((Problem.Unavailable) Problems.of(() -> ask(sql))).why();
  }
}
