package org.colloquy.desktop.ui.parts.markdown;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.SelectableText;

/// Code on the screen: its language, a button that copies it, and the lines, which scroll sideways
/// instead of being broken.
final class CodeNode implements BlockNode {
  /// More is not laid out, in UTF-16 units.
  private static final int MOST = 50_000;

  private final VBox box = new VBox();
  private final Label language = new Label();
  private final javafx.scene.text.Text code = new javafx.scene.text.Text();
  private String text = "";

  CodeNode(Block.Code block) {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(language, space, new CopyButton(Text.of("chat.code.copy"), () -> text));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("code-head");
    box.getStyleClass().add("code-block");
    box.getChildren().addAll(head, lines());
    show(block);
  }

  private ScrollPane lines() {
    code.getStyleClass().add("code-text");
    var lines = new ScrollPane(new SelectableText(code));
    lines.getStyleClass().add("code-lines");
    lines.setFitToHeight(true);
    lines.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    lines.setFocusTraversable(false);
    lines.setMinHeight(Region.USE_PREF_SIZE);
    SidewaysOnly.let(lines);
    return lines;
  }

  @Override
  public Region region() {
    return box;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Code next) {
      show(next);
      return true;
    }
    return false;
  }

  private void show(Block.Code block) {
    text = block.text();
    var named = block.language().isEmpty() ? Text.of("chat.code.plain") : block.language();
    if (text.length() > MOST) {
      code.setText(text.substring(0, MOST).replace("\t", "    ") + " …");
      language.setText(Text.of("chat.code.long", named));
    } else {
      code.setText(text.isEmpty() ? " " : text.replace("\t", "    "));
      language.setText(named);
    }
  }
}
