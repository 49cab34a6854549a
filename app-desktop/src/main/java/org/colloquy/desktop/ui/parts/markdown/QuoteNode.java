package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.layout.Region;

/// A quotation on the screen.
final class QuoteNode implements BlockNode {
  private final BlocksView content;

  QuoteNode(Block.Quote quote, Leads leads) {
    content = new BlocksView(leads);
    content.getStyleClass().add("quote");
    content.show(quote.content());
  }

  @Override
  public Region region() {
    return content;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Quote quote) {
      content.show(quote.content());
      return true;
    }
    return false;
  }
}
