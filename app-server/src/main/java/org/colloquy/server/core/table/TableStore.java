package org.colloquy.server.core.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.DataTable;
import org.colloquy.model.TableId;

/// Keeps what is known of tables; their rows are in [TableData].
public interface TableStore {
  /// Keeps a new one; its number is given by the store.
  ///
  /// @return false when its conversation or file is gone, or another one has its name
  boolean add(DataTable table);

  /// All of a conversation, in the order in which they came.
  List<DataTable> of(ConversationId conversation);

  /// A table of one of the owner's conversations, trash left out.
  Optional<DataTable> find(AccountId owner, TableId id);

  /// Keeps state, form, columns and what else may change.
  ///
  /// @return false when it is gone
  boolean change(DataTable table);

  /// Forgets one.
  ///
  /// @return false when it is gone
  boolean remove(TableId id);

  /// Those whose rows were not read to the end.
  List<DataTable> unfinished();

  /// Which of these conversations have tables.
  Set<ConversationId> known(Set<ConversationId> conversations);
}
