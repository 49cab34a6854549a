package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.layout.Region;
import org.colloquy.desktop.ui.parts.Direction;

/// A quotation on the screen.
final class QuoteNode implements BlockNode {
  private final BlocksView content;

  QuoteNode(Block.Quote quote, Leads leads) {
    content = new BlocksView(leads);
    content.getStyleClass().add("quote");
    show(quote);
  }

  @Override
  public Region region() {
    return content;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Quote quote) {
      show(quote);
      return true;
    }
    return false;
  }

  /// Its bar is where its words begin.
  private void show(Block.Quote quote) {
    content.setNodeOrientation(Direction.of(String.join(" ", Letters.of(quote.content()))));
    content.show(quote.content());
  }
}
