package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// A footnote on the screen, with the way back.
final class NoteNode implements BlockNode {
  private final String label;
  private final BlocksView content;
  private final HBox row = new HBox();

  NoteNode(Block.Note note, Leads leads) {
    label = note.label();
    content = new BlocksView(leads);
    content.setMinWidth(0);
    HBox.setHgrow(content, Priority.ALWAYS);
    var number = new Label(label);
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.getStyleClass().add("marker");
    var back = new IconButton(Icon.UP, Text.of("note.back", label));
    back.getStyleClass().add("note-back");
    back.setOnAction(_ -> leads.notes().goBack(label));
    row.getStyleClass().add("note");
    row.getChildren().addAll(number, content, back);
    content.show(note.content());
    leads.notes().add(label, back);
  }

  @Override
  public Region region() {
    return row;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Note note && note.label().equals(label)) {
      content.show(note.content());
      return true;
    }
    return false;
  }
}
