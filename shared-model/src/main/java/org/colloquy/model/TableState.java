package org.colloquy.model;

/// How far a table is.
public enum TableState {
  /// Its file is being looked at, or waits for that.
  WAITING,
  /// Its form is known and its rows are being read.
  LOADING,
  /// All its rows are there.
  READY,
  /// It could not be read, or somebody stopped it.
  FAILED
}
