package org.colloquy.desktop.ui.parts;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.colloquy.desktop.text.Text;

/// Copies something and says for a moment that it did.
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(1.5);

  private final Icon icon;

  /// A button that copies what this gives.
  ///
  /// @param name what it copies, for people who cannot see where it stands
  public CopyButton(String name, Supplier<String> text) {
    this(Icon.COPY, name, () -> Copying.copy(text.get()));
    getStyleClass().add("copy");
  }

  /// A button that copies in its own way.
  public CopyButton(Icon icon, String name, Runnable copy) {
    this.icon = icon;
    getStyleClass().addAll("flat", "quiet");
    setGraphic(icon.node());
    setAccessibleText(name);
    Tips.show(this);
    setOnAction(_ -> {
      copy.run();
      sayCopied(name);
    });
  }

  private void sayCopied(String name) {
    setGraphic(Icon.CHECK.node());
    setAccessibleText(Text.of("copied"));
    var pause = new PauseTransition(MOMENT);
    pause.setOnFinished(_ -> {
      setGraphic(icon.node());
      setAccessibleText(name);
    });
    pause.play();
  }
}
