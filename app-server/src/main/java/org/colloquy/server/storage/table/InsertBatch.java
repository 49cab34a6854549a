package org.colloquy.server.storage.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.colloquy.server.core.table.TableData;
import org.jspecify.annotations.Nullable;

/// Puts rows into a table, many at once.
final class InsertBatch implements TableData.Sink {
  private static final int AT_ONCE = 1_000;

  /// What was inserted is held in memory until it is committed.
  private static final int ROWS_A_COMMIT = 10_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private long count;

  InsertBatch(Connection connection, PreparedStatement insert) {
    this.connection = connection;
    this.insert = insert;
  }

  @Override
  public void row(@Nullable Object[] values) {
    try {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.addBatch();
      count++;
      if (count % AT_ONCE == 0) {
        insert.executeBatch();
      }
      if (count % ROWS_A_COMMIT == 0) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new NotKept(e);
    }
  }

  void finish() throws SQLException {
    insert.executeBatch();
    connection.commit();
  }

  long count() {
    return count;
  }

  /// A row that the database refused, on its way through who reads the rows.
  static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotKept(SQLException cause) {
      super(cause);
    }
  }
}
