package org.colloquy.desktop.ui.parts.data;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Saving;

/// Buttons that save what stands above them, each in a form of its own, and why that failed.
final class SaveLine extends VBox {
  private final Saving saving;
  private final HBox buttons = new HBox();
  private final StackPane failure = new StackPane();

  SaveLine(Saving saving) {
    this.saving = saving;
    buttons.getStyleClass().add("plot-buttons");
    Hiding.whole(failure);
    failure.setVisible(false);
    getChildren().addAll(buttons, failure);
  }

  /// One more button.
  ///
  /// @param style by which it is found
  /// @param form its words, such as `CSV`
  void offer(String style, String form, Runnable action) {
    var button = new Button(form);
    button.getStyleClass().addAll("small", "flat", style);
    button.setAccessibleText(Text.of("data.save", form));
    button.setOnAction(_ -> action.run());
    buttons.getChildren().add(button);
  }

  /// Asks where, and writes it there.
  ///
  /// @param content made in the background
  void write(String name, Supplier<byte[]> content) {
    saving.save(name, content, failure);
  }
}
