package org.colloquy.desktop.ui.reader;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.colloquy.desktop.client.PageEntry;
import org.jspecify.annotations.Nullable;

/// The picture of a page with what is cited marked on it.
final class PageCanvas extends Pane {
  private final ImageView view = new ImageView();
  private List<Passage.Box> boxes = List.of();
  private double pageWidth = 1;

  PageCanvas() {
    view.setPreserveRatio(true);
    view.setSmooth(true);
    getStyleClass().add("page-canvas");
  }

  void show(@Nullable DecodedPicture picture, PageEntry page, Passage passage) {
    view.setImage(picture == null ? null : picture.image());
    pageWidth = page.width();
    boxes = passage.boxes(page);
    draw();
  }

  /// Nothing, so that the picture's memory is free.
  void clear() {
    view.setImage(null);
    boxes = List.of();
    getChildren().clear();
  }

  void setShownWidth(double width) {
    view.setFitWidth(width);
    draw();
  }

  private void draw() {
    var marks = new ArrayList<Rectangle>();
    for (var box : boxes) {
      var mark =
          new Rectangle(
              box.x() * scale() - 1,
              box.y() * scale() - 1,
              box.width() * scale() + 2,
              box.height() * scale() + 2);
      mark.getStyleClass().add("page-mark");
      marks.add(mark);
    }
    getChildren().setAll(view);
    getChildren().addAll(marks);
  }

  private double scale() {
    return view.getFitWidth() / Math.max(1, pageWidth);
  }

  /// Where the first mark is, in pixels from the top; negative when there is none.
  double firstMark() {
    return boxes.isEmpty() ? -1 : boxes.getFirst().y() * scale();
  }

  double shownHeight() {
    return view.getBoundsInLocal().getHeight();
  }
}
