package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;

/// Lets a pane scroll sideways only: turning the wheel over it moves the conversation.
final class SidewaysOnly {
  private SidewaysOnly() {}

  static void let(ScrollPane pane) {
    pane.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (Math.abs(event.getDeltaY()) > Math.abs(event.getDeltaX())) {
            event.consume();
            var parent = pane.getParent();
            if (parent != null) {
              parent.fireEvent(event.copyFor(parent, parent));
            }
          }
        });
  }
}
