package org.colloquy.desktop.ui.parts;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A child of a pane that is made when it is first shown. What is never shown costs nothing, which
/// counts where there are many panes.
public final class Late<N extends Node> {
  private final Supplier<N> maker;
  private @Nullable N made;
  private boolean visible;

  public Late(Supplier<N> maker) {
    this.maker = maker;
  }

  /// Whether [#fill] puts it into its pane.
  public void setVisible(boolean shown) {
    visible = shown;
  }

  public boolean isVisible() {
    return visible;
  }

  /// The node, which is made now if it was not before.
  public N node() {
    var node = made;
    if (node == null) {
      node = maker.get();
      made = node;
    }
    return node;
  }

  /// Puts those that are visible into the pane, in this order, and takes out all others.
  public static void fill(Pane pane, List<Late<?>> children) {
    Hiding.show(pane, children.stream().filter(Late::isVisible).map(Late::node).toList());
  }
}
