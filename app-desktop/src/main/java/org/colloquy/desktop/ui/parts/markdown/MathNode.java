package org.colloquy.desktop.ui.parts.markdown;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.math.Formula;
import org.colloquy.desktop.ui.parts.math.FormulaNode;
import org.colloquy.desktop.ui.parts.math.FormulaState;

/// A formula that stands for itself, on the screen. One that is too wide scrolls sideways.
final class MathNode implements BlockNode {
  private final Leads leads;
  private final SelectableText flow = new SelectableText();
  private final StackPane holder = new StackPane(flow);
  private final Sideways pane = new Sideways(holder);
  private Block.Equation shown;

  MathNode(Block.Equation math, Leads leads) {
    this.leads = leads;
    this.shown = math;
    flow.setMaxWidth(Region.USE_PREF_SIZE);
    pane.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    draw();
  }

  @Override
  public Region region() {
    return pane;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Equation math) {
      shown = math;
      draw();
      return true;
    }
    return false;
  }

  private void draw() {
    flow.show(List.of(part(shown.text(), shown.formula(), leads, this::draw)));
  }

  /// A formula as far as it is drawn; else as it was written, with a word if it will stay so.
  ///
  /// @param later what happens when there is more to show
  static Node part(String text, Formula formula, Leads leads, Runnable later) {
    return switch (leads.formulas().find(formula, later)) {
      case FormulaState.Drawn(var drawing) -> new FormulaNode(drawing, text);
      case FormulaState.Underway _ -> new Text(text);
      case FormulaState.Refused _ -> refused(text);
    };
  }

  private static Text refused(String text) {
    var hint = org.colloquy.desktop.text.Text.of("formula.refused");
    var source = new Text(text);
    source.getStyleClass().add("formula-refused");
    source.setAccessibleText(text + " (" + hint + ")");
    Tooltip.install(source, new Tooltip(hint));
    return source;
  }
}
