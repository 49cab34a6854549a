package org.colloquy.desktop.ui.chat;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FileIcon;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.Sizes;

/// What a person said: a bubble on the right. A very long text is cut, and unfolds piece by piece.
final class SaidBody implements MessageBody {
  private static final int PIECE = 4_000;

  private final MessageViewModel message;
  private final javafx.scene.text.Text words = new javafx.scene.text.Text();
  private final SelectableText flow = new SelectableText(words);
  private final Button more = new Button();
  private final VBox files = new VBox();
  private final Label asker = new Label();
  private final VBox bubble = new VBox(asker, flow, more, files);
  private final HBox line = new HBox(bubble);
  private int shown = PIECE;

  SaidBody(MessageViewModel message) {
    this.message = message;
    line.setAlignment(Pos.CENTER_RIGHT);
    line.getStyleClass().add("said-line");
    bubble.getStyleClass().add("said");
    bubble.setMinWidth(0);
    bubble.setMaxWidth(Region.USE_PREF_SIZE);
    more.getStyleClass().addAll("flat", "accent", "small");
    asker.getStyleClass().addAll("hint", "said-by");
    asker.managedProperty().bind(asker.visibleProperty());
    files.getStyleClass().add("said-files");
    files.managedProperty().bind(files.visibleProperty());
    more.managedProperty().bind(more.visibleProperty());
    more.setOnAction(_ -> {
      shown += PIECE;
      show();
    });
  }

  @Override
  public Region node() {
    return line;
  }

  @Override
  public void show() {
    var saved = message.saved();
    var by = saved == null ? null : saved.askedBy();
    asker.setVisible(by != null);
    asker.setText(by == null || by.isEmpty() ? Text.of("chat.asked.gone") : by);
    var text = message.text();
    var cut = text.length() > shown;
    words.setText(cut ? text.substring(0, shown) + " …" : text);
    flow.showDirected(List.of(words));
    more.setVisible(cut);
    more.setText(Text.of("chat.more", Sizes.of(text.length())));
    files.setVisible(!message.files().isEmpty());
    files.getChildren().setAll(message.files().stream().map(SaidBody::label).toList());
  }

  private static Label label(FileEntry file) {
    var label = new Label(file.name(), FileIcon.of(file.name()).node());
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setAccessibleText(Text.of("chat.file", file.name()));
    return label;
  }
}
