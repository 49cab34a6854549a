package org.colloquy.desktop.ui.chat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Upload;
import org.colloquy.desktop.ui.parts.PngImage;

/// Takes what a person chose, dropped or pasted, whatever it is, to be sent with the next question.
public final class ChosenFiles {
  private final UploadsViewModel uploads;
  private final Background background;
  private final Pasted pasted;

  public ChosenFiles(UploadsViewModel uploads, Background background) {
    this.uploads = uploads;
    this.background = background;
    this.pasted = new Pasted(uploads);
  }

  /// Takes files of this computer, and what lies in folders.
  public void take(List<Path> chosen) {
    background.run(() -> MeantFiles.by(chosen), uploads::add, _ -> {});
  }

  /// Takes a pasted text that is long; false when it belongs into the field.
  boolean takesText(String text) {
    return pasted.takesText(text);
  }

  /// Takes a pasted picture.
  void take(Image picture) {
    var name = pasted.nextPicture();
    background.run(
        () -> List.of(Upload.Content.of(name, PngImage.of(picture))), uploads::add, _ -> {});
  }
}
