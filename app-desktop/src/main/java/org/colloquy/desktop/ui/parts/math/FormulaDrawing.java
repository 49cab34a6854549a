package org.colloquy.desktop.ui.parts.math;

import java.util.List;

/// A formula as outlines. Lengths are in [#EM]ths of the letters' size.
///
/// @param ascent how far it reaches above the line that the letters stand on
/// @param descent how far below
public record FormulaDrawing(double width, double ascent, double descent, List<Ink> inks) {
  /// The letters' size in which it is drawn.
  public static final double EM = 100;

  public FormulaDrawing {
    inks = List.copyOf(inks);
  }

  /// Outlines of one colour.
  ///
  /// @param outline as in SVG
  /// @param colour as `#rrggbb`; empty for that of the text
  public record Ink(String outline, String colour) {}
}
