package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/// Shows blocks below each other. Shown again with blocks that changed, it keeps what stayed the
/// same and lets the rest adapt, so that a growing answer does not flicker.
public final class BlocksView extends VBox {
  private final Leads leads;
  private final List<Block> shown = new ArrayList<>();
  private final List<BlockNode> nodes = new ArrayList<>();

  /// Nothing shown yet.
  ///
  /// @param leads what happens when a place in the text is followed
  public BlocksView(Leads leads) {
    this.leads = leads;
    getStyleClass().add("markdown");
  }

  /// Whether nothing is shown.
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  public void show(List<Block> blocks) {
    for (var i = 0; i < blocks.size(); i++) {
      if (i >= nodes.size()) {
        append(blocks.get(i));
      } else if (!shown.get(i).equals(blocks.get(i))) {
        replace(i, blocks.get(i));
      }
    }
    while (nodes.size() > blocks.size()) {
      nodes.removeLast();
      shown.removeLast();
      getChildren().removeLast();
    }
  }

  private void append(Block block) {
    var node = node(block);
    nodes.add(node);
    shown.add(block);
    getChildren().add(node.region());
  }

  private void replace(int index, Block block) {
    shown.set(index, block);
    if (!nodes.get(index).adapt(block)) {
      var node = node(block);
      nodes.set(index, node);
      getChildren().set(index, node.region());
    }
  }

  private BlockNode node(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> new ParagraphNode(paragraph, leads);
      case Block.Heading heading -> new HeadingNode(heading, leads);
      case Block.Code code -> new CodeNode(code, leads);
      case Block.Equation math -> new MathNode(math, leads);
      case Block.Quote quote -> new QuoteNode(quote, leads);
      case Block.Items items -> new ItemsNode(items, leads);
      case Block.Table table -> new TableNode(table, leads);
      case Block.Note note -> new NoteNode(note, leads);
      case Block.Rule _ -> new RuleNode();
    };
  }
}
