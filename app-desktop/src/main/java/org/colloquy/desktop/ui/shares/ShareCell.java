package org.colloquy.desktop.ui.shares;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.colloquy.desktop.client.ShareEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// Somebody with whom it is shared: whether they may ask, and a button that ends it.
final class ShareCell extends ListCell<ShareEntry> {
  private final Label name = new Label();
  private final CheckBox writes = new CheckBox(Text.of("shares.write"));
  private final Button end = new Button(Text.of("shares.end"));
  private final HBox line;

  ShareCell(SharesViewModel model) {
    getStyleClass().add("panel-cell");
    name.getStyleClass().add("strong");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    writes.setMinWidth(Region.USE_PREF_SIZE);
    writes.setOnAction(_ -> model.change(getItem(), writes.isSelected()));
    end.getStyleClass().addAll("small", "share-end");
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.setOnAction(_ -> model.remove(getItem()));
    line = new HBox(name, writes, end);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable ShareEntry share, boolean empty) {
    super.updateItem(share, empty);
    if (empty || share == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(SharesViewModel.label(share.with()));
    writes.setSelected(share.writable());
    writes.setAccessibleText(name.getText() + ": " + writes.getText());
    end.setAccessibleText(end.getText() + ": " + name.getText());
    setAccessibleText(name.getText());
    setGraphic(line);
  }
}
