package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.layout.Region;

/// One block on the screen.
interface BlockNode {
  Region region();

  /// Shows this block instead; false when it is of another kind and needs another node.
  boolean adapt(Block block);
}
