package org.colloquy.desktop.ui.parts;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Says what a drawing means when the pointer comes near. A conversation has hundreds of drawings,
/// so a tooltip is made when it is wanted.
final class Tips {
  private Tips() {}

  /// Shows the control's accessible text, as it is then.
  static void show(Control control) {
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        _ -> control.setTooltip(new Tooltip(control.getAccessibleText())));
  }
}
