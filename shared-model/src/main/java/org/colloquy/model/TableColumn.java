package org.colloquy.model;

/// A column of a table.
///
/// @param name by which it is asked for, unlike any other of its table
/// @param heading as it stands in the file; empty if there is none
public record TableColumn(String name, String heading, ColumnType type) {
  /// The same column with other values.
  public TableColumn as(ColumnType other) {
    return new TableColumn(name, heading, other);
  }
}
