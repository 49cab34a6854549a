package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.markdown.CodeColours.Run;

/// Code on the screen: its language, what can be done with it, and the lines in colours, which
/// scroll sideways or are broken. Of many lines only the first are shown until somebody wants them
/// all.
final class CodeNode implements BlockNode {
  /// More is not laid out, in UTF-16 units.
  private static final int MOST = 50_000;

  private static final int FOLDED = 25;
  private static final int FOLDED_FROM = 30;

  private final Leads leads;
  private final VBox box = new VBox();
  private final Label language = new Label();
  private final SelectableText code = new SelectableText();
  private final Sideways lines = new Sideways(code);
  private final IconButton wrap = new IconButton(Icon.WRAP, Text.of("chat.code.wrap"));
  private final Button all = new Button();
  private final StackPane failure = new StackPane();
  private List<Run> runs = List.of();
  private Block.Code block;

  CodeNode(Block.Code block, Leads leads) {
    this.leads = leads;
    this.block = block;
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var save = new IconButton(Icon.SAVE, Text.of("chat.code.save"));
    save.setOnAction(_ -> leads.code().save(CodeFile.name(language()), this.block.text(), failure));
    var copy = new CopyButton(Text.of("chat.code.copy"), () -> this.block.text());
    var head = new HBox(language, space, wrap, save, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("code-head");
    box.getStyleClass().add("code-block");
    box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    failure.setVisible(false);
    all.getStyleClass().addAll("flat", "small", "code-all");
    all.setOnAction(_ -> turnFolding());
    wrap.setOnAction(_ -> turnWrapping());
    code.folds(() -> Letters.code(this.block.text()), this::turnFolding);
    lines.getStyleClass().add("code-lines");
    Hiding.absent(box, head, lines, all, failure);
    show();
  }

  @Override
  public Region region() {
    return box;
  }

  @Override
  public boolean adapt(Block next) {
    if (next instanceof Block.Code grown) {
      block = grown;
      show();
      return true;
    }
    return false;
  }

  private String language() {
    return block.language().toLowerCase(Locale.ROOT);
  }

  private void turnFolding() {
    if (leads.code().isUnfolded(block.text())) {
      leads.code().fold(block.text());
    } else {
      leads.code().unfold(block.text());
    }
    show();
  }

  private void turnWrapping() {
    leads.code().turnWrapping(block.text());
    show();
  }

  private void show() {
    var text = block.text();
    var named = block.language().isEmpty() ? Text.of("chat.code.plain") : block.language();
    language.setText(text.length() > MOST ? Text.of("chat.code.long", named) : named);
    lines.turnBreaking(leads.code().isWrapped(text));
    var count = text.chars().filter(each -> each == '\n').count() + 1;
    var folds = count > FOLDED_FROM;
    var unfolded = leads.code().isUnfolded(text);
    all.setVisible(folds);
    all.setText(unfolded ? Text.of("chat.code.fold") : Text.of("chat.code.all", count));
    colour(inSight(folds && !unfolded ? beginning(text) : text));
  }

  private static String inSight(String text) {
    var cut = text.length() > MOST ? text.substring(0, MOST) + " …" : text;
    return cut.isEmpty() ? " " : Letters.code(cut);
  }

  private static String beginning(String text) {
    var end = -1;
    for (var line = 0; line < FOLDED; line++) {
      end = text.indexOf('\n', end + 1);
    }
    return text.substring(0, end);
  }

  /// What did not change keeps its nodes, so that code that grows does not flicker.
  private void colour(String text) {
    var now = CodeColours.of(language(), text);
    var same = 0;
    while (same < Math.min(now.size(), runs.size()) && now.get(same).equals(runs.get(same))) {
      same++;
    }
    var parts = new ArrayList<>(code.texts().subList(0, same));
    for (var run : now.subList(same, now.size())) {
      var part = new javafx.scene.text.Text(run.text());
      part.getStyleClass()
          .addAll("code-text", "code-" + run.kind().name().toLowerCase(Locale.ROOT));
      parts.add(part);
    }
    runs = now;
    code.show(parts);
  }
}
