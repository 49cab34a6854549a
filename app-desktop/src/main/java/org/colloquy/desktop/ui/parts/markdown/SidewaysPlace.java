package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Keeps what is in sight of something wide where it is while it grows: a pane remembers only which
/// share of it was passed.
final class SidewaysPlace {
  private final ScrollPane pane;
  private final Region content;
  private double passed;
  private boolean moving;

  private SidewaysPlace(ScrollPane pane, Region content) {
    this.pane = pane;
    this.content = content;
  }

  static void keep(ScrollPane pane, Region content) {
    var place = new SidewaysPlace(pane, content);
    pane.hvalueProperty().subscribe(_ -> place.remember());
    content.widthProperty().subscribe(_ -> place.restore());
    pane.viewportBoundsProperty().subscribe(_ -> place.restore());
  }

  private double hidden() {
    return Math.max(0, content.getWidth() - pane.getViewportBounds().getWidth());
  }

  private void remember() {
    if (!moving) {
      passed = pane.getHvalue() * hidden();
    }
  }

  private void restore() {
    if (passed > 0 && hidden() > 0) {
      moving = true;
      pane.setHvalue(Math.min(1, passed / hidden()));
      moving = false;
    }
  }
}
