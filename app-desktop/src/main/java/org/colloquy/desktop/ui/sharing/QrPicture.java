package org.colloquy.desktop.ui.sharing;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.colloquy.desktop.text.Text;

/// A text as a square that cameras read. It is black on white in the dark as well, for many cameras
/// read nothing else.
final class QrPicture extends StackPane {
  /// What the form asks for around it, in squares.
  private static final int QUIET = 4;

  private static final int WIDEST = 4;
  private static final int LARGEST = 260;

  private final Canvas canvas = new Canvas();

  QrPicture() {
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setId("qrPicture");
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /// Shows this text.
  void show(String text) {
    setVisible(!text.isEmpty());
    setAccessibleText(text.isEmpty() ? null : Text.of("sharing.qr"));
    if (!text.isEmpty()) {
      draw(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }
  }

  private void draw(QrCode code) {
    var squares = code.size + 2 * QUIET;
    var width = Math.min(WIDEST, LARGEST / squares);
    canvas.setWidth(squares * width);
    canvas.setHeight(squares * width);
    var paper = canvas.getGraphicsContext2D();
    paper.setFill(Color.WHITE);
    paper.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    paper.setFill(Color.BLACK);
    for (var y = 0; y < code.size; y++) {
      for (var x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          paper.fillRect((x + QUIET) * width, (y + QUIET) * width, width, width);
        }
      }
    }
  }
}
