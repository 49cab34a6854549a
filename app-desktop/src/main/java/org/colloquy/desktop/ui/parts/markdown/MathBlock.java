package org.colloquy.desktop.ui.parts.markdown;

import org.colloquy.desktop.ui.parts.math.Formula;
import org.commonmark.node.CustomBlock;

/// A formula in lines of its own, as it is read.
final class MathBlock extends CustomBlock {
  private String text = "";
  private Ending ending = Ending.OPEN;

  /// How it ended.
  enum Ending {
    /// It may still grow.
    OPEN,
    /// By the signs that close it.
    CLOSED,
    /// It is no formula.
    NONE
  }

  void end(String whole, Ending how) {
    text = whole;
    ending = how;
  }

  Ending ending() {
    return ending;
  }

  /// With the signs around it.
  String text() {
    return text;
  }

  /// Without them.
  Formula formula() {
    return new Formula(text.substring(2, text.length() - 2).strip(), true);
  }
}
