package org.colloquy.desktop.ui.parts.markdown;

import org.colloquy.desktop.ui.parts.math.Formula;
import org.commonmark.node.CustomNode;

/// A formula in a line, as it is read.
final class MathInline extends CustomNode {
  private final String text;
  private final Formula formula;

  /// @param text with the signs around it
  MathInline(String text, Formula formula) {
    this.text = text;
    this.formula = formula;
  }

  String text() {
    return text;
  }

  Formula formula() {
    return formula;
  }
}
