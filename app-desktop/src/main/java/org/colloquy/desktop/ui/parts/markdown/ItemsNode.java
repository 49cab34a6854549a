package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Direction;

/// A list on the screen.
final class ItemsNode implements BlockNode {
  private final VBox box = new VBox();
  private final List<Label> markers = new ArrayList<>();
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

  private void show(List<Block.Item> contents) {
    box.setNodeOrientation(Direction.of(words(contents)));
    for (var i = 0; i < contents.size(); i++) {
      if (i >= items.size()) {
        append();
      }
      name(markers.get(i), i, contents.get(i).task());
      items.get(i).show(contents.get(i).content());
    }
  }

  private static String words(List<Block.Item> contents) {
    var blocks = contents.stream().limit(1).flatMap(item -> item.content().stream()).toList();
    return String.join(" ", Letters.of(blocks));
  }

  private void name(Label marker, int place, Block.Task task) {
    switch (task) {
      case NONE -> marker.setText(first == 0 ? "•" : (first + place) + ".");
      case OPEN -> {
        marker.setText("☐");
        marker.setAccessibleText(Text.of("task.open"));
      }
      case DONE -> {
        marker.setText("☑");
        marker.setAccessibleText(Text.of("task.done"));
      }
    }
  }

  private void append() {
    var marker = new Label();
    markers.add(marker);
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
