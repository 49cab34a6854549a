package org.colloquy.desktop.ui.parts.math;

import java.awt.Insets;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/// Draws LaTeX. What it uses for that remembers things in statics: one thread at a time.
final class TexDrawer {
  private static final double WIDEST = 400 * FormulaDrawing.EM;
  private static final double HIGHEST = 120 * FormulaDrawing.EM;

  /// A drawing of it, or none where it is wrong or too large. Nothing is thrown: what a model
  /// writes is not in our hands.
  FormulaState draw(Formula formula) {
    try {
      return new FormulaState.Drawn(drawing(formula));
    } catch (RuntimeException | StackOverflowError _) {
      return new FormulaState.Refused();
    }
  }

  private static FormulaDrawing drawing(Formula formula) {
    var style = formula.display() ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
    var icon =
        new TeXFormula(TexSource.of(formula.tex())).createTeXIcon(style, (float) FormulaDrawing.EM);
    icon.setInsets(new Insets(0, 0, 0, 0), true);
    if (icon.getTrueIconWidth() <= 0) {
      throw new IllegalArgumentException("nothing to draw");
    }
    var width = bounded(icon.getTrueIconWidth(), WIDEST);
    var height = bounded(icon.getTrueIconHeight(), HIGHEST);
    var descent = bounded(icon.getTrueIconDepth(), HIGHEST);
    return new FormulaDrawing(width, height - descent, descent, outlines(icon));
  }

  private static java.util.List<FormulaDrawing.Ink> outlines(TeXIcon icon) {
    var graphics = new OutlineGraphics();
    try {
      icon.paintIcon(null, graphics, 0, 0);
      return graphics.inks();
    } finally {
      graphics.dispose();
    }
  }

  private static double bounded(double length, double most) {
    if (!(Math.abs(length) <= most)) {
      throw new IllegalArgumentException("not drawn");
    }
    return length;
  }
}
