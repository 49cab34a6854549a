package org.colloquy.desktop.ui.reader;

import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A picture as JavaFX shows it. Made beside the window's thread: a large one takes its time.
public record DecodedPicture(Image image) implements Picture {
  /// Reads a picture.
  ///
  /// @param bytes PNG or JPEG
  public static Picture of(byte[] bytes) {
    var image = new Image(new ByteArrayInputStream(bytes));
    if (image.isError()) {
      throw new ProblemException(new Problem.Unavailable("The page's picture cannot be shown."));
    }
    return new DecodedPicture(image);
  }

  @Override
  public double width() {
    return image.getWidth();
  }

  @Override
  public double height() {
    return image.getHeight();
  }
}
