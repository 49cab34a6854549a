package org.colloquy.desktop.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngImageTest {
  @Test
  void isReadByOthersWithEveryColourAndItsOpacity() throws IOException {
    var image = new WritableImage(7, 5);
    for (var x = 0; x < 7; x++) {
      for (var y = 0; y < 5; y++) {
        image.getPixelWriter().setArgb(x, y, colour(x, y));
      }
    }

    var read = ImageIO.read(new ByteArrayInputStream(PngImage.of(image)));

    assertThat(read.getWidth()).isEqualTo(7);
    assertThat(read.getHeight()).isEqualTo(5);
    for (var x = 0; x < 7; x++) {
      for (var y = 0; y < 5; y++) {
        assertThat(read.getRGB(x, y)).isEqualTo(colour(x, y));
      }
    }
  }

  private static int colour(int x, int y) {
    return 0xFF000000 + x * 30 * 65_536 + y * 40 * 256 + x * y;
  }
}
