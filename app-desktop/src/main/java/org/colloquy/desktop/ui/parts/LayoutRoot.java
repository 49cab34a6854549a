package org.colloquy.desktop.ui.parts;

import javafx.scene.layout.Region;

/// Takes the room that it is given, whatever is in it. What changes inside is laid out from here
/// on; all that stands around it is not asked again, as it would be by the change of a managed
/// node.
public final class LayoutRoot extends Region {
  private final Region content;

  public LayoutRoot(Region content) {
    this.content = content;
    content.setManaged(false);
    getChildren().add(content);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
