package org.colloquy.desktop.ui.parts.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.SaveDialog;

/// Buttons that save what stands above them, each in a form of its own, and why that failed.
final class SaveLine extends VBox {
  private final Background background;
  private final SaveDialog dialog;
  private final HBox buttons = new HBox();
  private final StackPane failure = new StackPane();

  SaveLine(Background background, SaveDialog dialog) {
    this.background = background;
    this.dialog = dialog;
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
    var file = dialog.ask(name);
    if (file != null) {
      background.run(
          () -> written(file, content.get()),
          _ -> FailureCard.show(failure, null),
          why -> FailureCard.show(failure, why));
    }
  }

  private static Path written(Path file, byte[] content) {
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
