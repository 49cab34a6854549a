package org.colloquy.desktop.ui.chat;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.TableAnswer;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.model.ToolCall;
import org.jspecify.annotations.Nullable;

/// A tool and the beginning of what it told, in one line; with a click, exactly what it was asked
/// and what it told.
final class ToolBody implements MessageBody {
  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_RESULT = 8_000;

  private final MessageViewModel message;
  private final Button head = new Button();
  private final VBox details = new VBox();
  private final javafx.scene.text.Text asked = new javafx.scene.text.Text();
  private final javafx.scene.text.Text told = new javafx.scene.text.Text();
  private final StackPane answer = new StackPane();
  private final VBox box = new VBox(head, details, answer);
  private final Drawings drawings;
  private TableAnswer shown = new TableAnswer.Other();

  ToolBody(MessageViewModel message, Drawings drawings) {
    this.message = message;
    this.drawings = drawings;
    box.getStyleClass().add("tool-call");
    head.getStyleClass().addAll("flat", "small", "tool-head");
    head.setMnemonicParsing(false);
    head.setMaxWidth(Double.MAX_VALUE);
    head.setOnAction(_ -> fold(!details.isVisible()));
    details.getStyleClass().add("tool-details");
    details
        .getChildren()
        .addAll(
            part("chat.tool.asked", asked, asked::getText),
            part("chat.tool.told", told, message::text));
    Hiding.whole(details, answer);
    answer.setVisible(false);
    fold(false);
  }

  private static VBox part(String name, javafx.scene.text.Text words, Supplier<String> whole) {
    var title = new Label(Text.of(name));
    title.getStyleClass().add("hint");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(title, space, new CopyButton(Text.of("chat.copy"), whole));
    line.getStyleClass().add("tool-part");
    return new VBox(line, new SelectableText(words));
  }

  private void fold(boolean open) {
    details.setVisible(open);
    head.setGraphic((open ? Icon.DOWN : Icon.RIGHT).node());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void show() {
    var call = message.answered();
    var result = message.text();
    var line = result.strip().replaceAll("\\s+", " ");
    head.setText(name(call) + ": " + (line.isEmpty() ? "–" : beginning(line, LONGEST_LINE)));
    asked.setText(call == null ? "" : call.arguments());
    told.setText(beginning(result, LONGEST_RESULT));
    if (call != null) {
      showAnswer(TableAnswer.of(call.tool(), call.arguments(), result));
    }
  }

  /// What came of a question to tables is there to be looked at.
  private void showAnswer(TableAnswer now) {
    if (!now.equals(shown)) {
      shown = now;
      answer.setVisible(!(now instanceof TableAnswer.Other));
      switch (now) {
        case TableAnswer.Rows rows ->
            answer.getChildren().setAll(TableAnswerBody.rows(rows, drawings));
        case TableAnswer.Drawn drawn ->
            answer.getChildren().setAll(TableAnswerBody.drawn(drawn, drawings));
        case TableAnswer.Other _ -> answer.getChildren().clear();
      }
    }
  }

  private static String name(@Nullable ToolCall call) {
    return call == null ? Text.of("chat.tool-result") : call.tool();
  }

  private static String beginning(String text, int most) {
    return text.length() > most ? text.substring(0, most) + " …" : text;
  }
}
