package org.colloquy.desktop.ui.parts.math;

/// What became of a formula.
public sealed interface FormulaState {
  record Drawn(FormulaDrawing drawing) implements FormulaState {}

  /// It is being drawn.
  record Underway() implements FormulaState {}

  /// It is wrong, or larger than what is drawn.
  record Refused() implements FormulaState {}
}
