package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.layout.Region;

/// A line across.
final class RuleNode implements BlockNode {
  private final Region line = new Region();

  RuleNode() {
    line.getStyleClass().add("rule");
  }

  @Override
  public Region region() {
    return line;
  }

  @Override
  public boolean adapt(Block block) {
    return block instanceof Block.Rule;
  }
}
