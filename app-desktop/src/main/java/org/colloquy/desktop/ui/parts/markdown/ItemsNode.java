package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A list on the screen.
final class ItemsNode implements BlockNode {
  private final VBox box = new VBox();
  private final List<BlocksView> items = new ArrayList<>();
  private final int first;
  private final Leads leads;

  ItemsNode(Block.Items list, Leads leads) {
    this.leads = leads;
    this.first = list.first();
    box.getStyleClass().add("items");
    show(list.items());
  }

  @Override
  public Region region() {
    return box;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Items list
        && list.first() == first
        && list.items().size() >= items.size()) {
      show(list.items());
      return true;
    }
    return false;
  }

  private void show(List<List<Block>> contents) {
    for (var i = 0; i < contents.size(); i++) {
      if (i >= items.size()) {
        append();
      }
      items.get(i).show(contents.get(i));
    }
  }

  private void append() {
    var marker = new Label(first == 0 ? "•" : (first + items.size()) + ".");
    marker.getStyleClass().add("marker");
    marker.setMinWidth(Region.USE_PREF_SIZE);
    var content = new BlocksView(leads);
    content.setMinWidth(0);
    HBox.setHgrow(content, Priority.ALWAYS);
    items.add(content);
    var row = new HBox(marker, content);
    row.getStyleClass().add("item");
    box.getChildren().add(row);
  }
}
