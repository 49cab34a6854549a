package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// One opening of an H2 database: a connection that owns it, one that writes, and some that read.
///
/// Work runs as a user who may only select, insert, update and delete: a statement that somebody
/// smuggled in cannot make functions or files.
final class H2Connections {
  static final int READERS = 4;

  private static final String APP = "app";

  /// For tables that get rows with every question.
  private static final String LARGE_BLOCKS =
      """
      alter table conversation alter column number set cache 1024;
      alter table message alter column number set cache 1024;
      alter table model_use alter column number set cache 1024;
      alter table activity alter column number set cache 1024;
      alter table search_change alter column number set cache 1024;
      """;

  private final Connection owner;
  private final List<Connection> others = new ArrayList<>();
  private final Handle writer;
  private final List<Handle> readers = new ArrayList<>();
  private final PreparedStatement mark;
  private final PreparedStatement backToMark;
  private final PreparedStatement sync;

  private H2Connections(Connection owner, H2Address address) throws SQLException {
    this.owner = owner;
    var writing = another(address);
    writer = quiet(writing);
    mark = writing.prepareStatement("savepoint work");
    backToMark = writing.prepareStatement("rollback to savepoint work");
    sync = owner.prepareStatement("checkpoint sync");
    for (int i = 0; i < READERS; i++) {
      readers.add(quiet(another(address)));
    }
  }

  /// Connects to a database that [#prepare] was called for.
  ///
  /// @param owner the owning connection; closed with this, or at once when this fails
  static H2Connections of(Connection owner, H2Address address) throws SQLException {
    try {
      return new H2Connections(owner, address);
    } catch (SQLException | RuntimeException fault) {
      end(owner, "shutdown immediately");
      throw fault;
    }
  }

  /// Makes a new database ready: the user that work runs as, and numbers of busy tables taken from
  /// their sequences in large blocks. For each block H2 writes to the file, in the middle of work,
  /// and all connections forget their parsed statements.
  static void prepare(Connection owner) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(LARGE_BLOCKS);
      statement.execute("create user if not exists " + APP + " password ''");
      statement.execute("grant select, insert, update, delete on schema public to " + APP);
    }
  }

  private Connection another(H2Address address) throws SQLException {
    var connection = address.connect(APP, "");
    others.add(connection);
    connection.setAutoCommit(false);
    return connection;
  }

  /// A handle whose failures do not repeat people's words in their message.
  private static Handle quiet(Connection connection) {
    var handle = Jdbi.open(connection);
    handle.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return handle;
  }

  List<Handle> readers() {
    return readers;
  }

  /// Does one piece of a group's work; when it fails, only this piece is undone.
  ///
  /// @throws SQLException when the database itself is at fault
  void attempt(Pending<?> work) throws SQLException {
    mark.execute();
    work.run(writer);
    var failure = work.failure();
    if (failure != null) {
      if (H2Faults.isFault(failure)) {
        throw new SQLException(failure);
      }
      backToMark.execute();
    }
  }

  /// Makes everything attempted so far survive a power cut.
  void commit() throws SQLException {
    writer.getConnection().commit();
    sync.execute();
  }

  /// Closes the database in good order; false when that failed.
  boolean close() {
    closeOthers();
    return end(owner, "shutdown");
  }

  /// Drops the database as it is: it is dead, or must not pretend that a write arrived.
  void drop() {
    end(owner, "shutdown immediately");
    closeOthers();
  }

  private void closeOthers() {
    for (var connection : others) {
      try {
        connection.close();
      } catch (SQLException _) {
        // A dead database cannot even be left politely.
      }
    }
  }

  /// Ends the owning connection with a command; false when it was closed by its own fault before.
  static boolean end(Connection owner, String command) {
    try (owner;
        var statement = owner.createStatement()) {
      statement.execute(command);
      return true;
    } catch (SQLException _) {
      return false;
    }
  }
}
