package org.colloquy.model;

import java.util.List;

/// A table that came with a file of a conversation.
///
/// @param number the same table as an integer, for clients that count
/// @param file the name of the file
/// @param sheet of a spreadsheet; empty for other files
/// @param name by which it is asked for, unlike any other of its conversation
/// @param rows how many it has; 0 until it is ready
/// @param columns none until the file was looked at
/// @param why a sentence for the person when it failed; otherwise empty
public record DataTable(
    TableId id,
    long number,
    ConversationId conversation,
    AttachmentId attachment,
    String file,
    String sheet,
    String name,
    TableState state,
    long rows,
    TableForm form,
    List<TableColumn> columns,
    TableFaults faults,
    String why) {
  public DataTable {
    columns = List.copyOf(columns);
  }

  /// The same, whose rows begin to be read in this form.
  public DataTable loading(TableForm other, List<TableColumn> others) {
    return changed(TableState.LOADING, 0, other, others, TableFaults.NONE, "");
  }

  /// The same with all its rows.
  public DataTable ready(long count, TableFaults found) {
    return changed(TableState.READY, count, form, columns, found, "");
  }

  /// The same, of which nothing can be asked.
  ///
  /// @param reason a sentence for the person
  public DataTable failed(String reason) {
    return changed(TableState.FAILED, 0, form, columns, TableFaults.NONE, reason);
  }

  /// The same, to be read again.
  public DataTable waiting(TableForm other, List<TableColumn> others) {
    return changed(TableState.WAITING, 0, other, others, TableFaults.NONE, "");
  }

  /// Another table of the same file.
  public DataTable ofSheet(TableId other, String otherSheet, String otherName) {
    return new DataTable(
        other,
        number,
        conversation,
        attachment,
        file,
        otherSheet,
        otherName,
        state,
        rows,
        form,
        columns,
        faults,
        why);
  }

  private DataTable changed(
      TableState newState,
      long count,
      TableForm newForm,
      List<TableColumn> newColumns,
      TableFaults found,
      String reason) {
    return new DataTable(
        id,
        number,
        conversation,
        attachment,
        file,
        sheet,
        name,
        newState,
        count,
        newForm,
        newColumns,
        found,
        reason);
  }
}
