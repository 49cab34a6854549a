package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.layout.Region;

/// A heading on the screen.
final class HeadingNode implements BlockNode {
  private final RunsView runs;
  private final int level;

  HeadingNode(Block.Heading heading, Leads leads) {
    level = heading.level();
    runs = new RunsView(heading.content(), leads);
    runs.flow().getStyleClass().addAll("heading", "heading-" + level);
  }

  @Override
  public Region region() {
    return runs.flow();
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Heading heading && heading.level() == level) {
      runs.show(heading.content());
      return true;
    }
    return false;
  }
}
