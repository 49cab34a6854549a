package org.colloquy.desktop.ui.chat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// Says that a question waits for its files, and lets one ask it at once or not at all.
public final class HeldQuestion extends HBox {
  private final Label words = new Label();
  private final Button hurry = new Button(Text.of("upload.hurry"));
  private final IconButton release = new IconButton(Icon.CLOSE, Text.of("upload.release"));

  public HeldQuestion() {
    getStyleClass().add("aside");
    hurry.getStyleClass().addAll("hurry", "flat", "accent", "small");
    getChildren().addAll(words, hurry, release);
    setMaxWidth(USE_PREF_SIZE);
    Hiding.whole(this, hurry);
  }

  /// Shows it while there is such a question.
  ///
  /// @param then runs when one of the buttons was used
  Subscription follow(UploadsViewModel uploads, Runnable then) {
    hurry.setOnAction(_ -> {
      uploads.hurry();
      then.run();
    });
    release.setOnAction(_ -> {
      uploads.release();
      then.run();
    });
    return Subscription.combine(
        uploads.held().subscribe(this::setVisible), uploads.onlyRead().subscribe(this::show));
  }

  private void show(boolean onlyRead) {
    words.setText(Text.of(onlyRead ? "upload.held.reading" : "upload.held"));
    hurry.setVisible(onlyRead);
  }
}
