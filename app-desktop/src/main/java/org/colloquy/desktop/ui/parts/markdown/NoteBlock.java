package org.colloquy.desktop.ui.parts.markdown;

import org.commonmark.node.CustomBlock;

/// A footnote, as it is read.
final class NoteBlock extends CustomBlock {
  private final String label;

  NoteBlock(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
