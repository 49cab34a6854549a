package org.colloquy.server.core.table;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.model.ConversationId;
import org.colloquy.model.DataTable;

/// Adds tables under names that no other table of their conversation has, however many files arrive
/// at the same moment.
record NewTables(TableStore store) {
  /// Adds one.
  ///
  /// @param sheet of a spreadsheet; empty for other files
  /// @param named makes the table of a name
  /// @return empty when its conversation or file is gone
  Optional<DataTable> add(
      ConversationId conversation, String file, String sheet, Function<String, DataTable> named) {
    while (true) {
      var table = named.apply(TableNames.of(file, sheet, names(conversation)));
      if (store.add(table)) {
        return Optional.of(table);
      }
      if (!names(conversation).contains(table.name())) {
        return Optional.empty();
      }
    }
  }

  private Set<String> names(ConversationId conversation) {
    return store.of(conversation).stream().map(DataTable::name).collect(Collectors.toSet());
  }
}
