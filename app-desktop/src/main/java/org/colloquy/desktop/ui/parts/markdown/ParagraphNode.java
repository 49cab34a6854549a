package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.layout.Region;

/// A paragraph on the screen.
final class ParagraphNode implements BlockNode {
  private final RunsView runs;

  ParagraphNode(Block.Paragraph paragraph, Leads leads) {
    runs = new RunsView(paragraph.content(), leads);
    runs.flow().getStyleClass().add("paragraph");
  }

  @Override
  public Region region() {
    return runs.flow();
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Paragraph(var content)) {
      runs.show(content);
      return true;
    }
    return false;
  }
}
