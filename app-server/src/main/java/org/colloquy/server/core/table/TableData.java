package org.colloquy.server.core.table;

import java.util.List;
import java.util.Set;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// Holds the rows of tables, in a database of its own for each conversation. All of it can be made
/// again from the files.
public interface TableData extends AutoCloseable {
  /// Puts rows into a table, which is there when all of them are, instead of what it held before.
  ///
  /// @return how many
  long load(ConversationId conversation, String table, List<TableColumn> columns, Source rows);

  /// Where rows come from.
  interface Source {
    void read(Sink sink);
  }

  /// Takes rows.
  interface Sink {
    /// Takes the next row.
    ///
    /// @param values one for each column, of the classes that [CellReader] makes
    void row(@Nullable Object[] values);
  }

  /// Whether there is a table of this name.
  boolean has(ConversationId conversation, String table);

  /// Forgets a table; nothing happens when it is not there.
  void drop(ConversationId conversation, String table);

  /// Forgets all finished tables but these.
  void keep(ConversationId conversation, Set<String> tables);

  /// Some rows of a table, in the order of the file.
  ///
  /// @param from the first row, from 0
  TableRows rows(ConversationId conversation, String table, long from, int count);

  /// What an SQL question comes to. It may read the conversation's tables and do nothing else.
  ///
  /// @param most how many rows are returned
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence when it is no question
  ///   that can be answered, or was stopped
  TableRows query(ConversationId conversation, String sql, int most);

  /// Conversations of which there is something.
  Set<ConversationId> all();

  /// Forgets all tables of a conversation.
  void remove(ConversationId conversation);

  @Override
  void close();
}
