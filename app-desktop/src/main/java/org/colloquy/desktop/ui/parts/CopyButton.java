package org.colloquy.desktop.ui.parts;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.colloquy.desktop.text.Text;

/// Copies something and says for a moment that it did.
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(1.5);

  /// A button that copies what this gives.
  ///
  /// @param name what it copies, for people who cannot see where it stands
  public CopyButton(String name, Supplier<String> text) {
    getStyleClass().addAll("flat", "quiet", "copy");
    setGraphic(Icon.COPY.node());
    setAccessibleText(name);
    setTooltip(new Tooltip(name));
    setOnAction(_ -> {
      Copying.copy(text.get());
      sayCopied(name);
    });
  }

  private void sayCopied(String name) {
    setGraphic(Icon.CHECK.node());
    setAccessibleText(Text.of("copied"));
    var pause = new PauseTransition(MOMENT);
    pause.setOnFinished(_ -> {
      setGraphic(Icon.COPY.node());
      setAccessibleText(name);
    });
    pause.play();
  }
}
