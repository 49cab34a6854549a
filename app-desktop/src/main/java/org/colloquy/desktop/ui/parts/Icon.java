package org.colloquy.desktop.ui.parts;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// Our own line drawings, each on a square of 24.
public enum Icon {
  PLUS("M12 5V19M5 12H19"),
  SIDEBAR("M4 5H20V19H4ZM9.5 5V19"),
  PANEL("M4 5H20V19H4ZM14.5 5V19"),
  KEY("M8 15A4 4 0 1 1 8 14.99M10.8 12.2L20 3M16.5 6.5L19.5 9.5"),
  SLIDERS("M4 7H13M17 7H20M4 17H7M11 17H20M15 5V9M9 15V19"),
  SEND("M12 19V5M6 11L12 5L18 11"),
  STOP("M6 6H18V18H6Z"),
  COPY("M9 9H19V20H9ZM15 9V4H5V15H9"),
  COPY_RICH("M9 9H19V20H9ZM15 9V4H5V15H9M11.5 13H16.5M11.5 16.5H15"),
  OTHER("M4 8.5H19M15.5 5L19 8.5L15.5 12M20 15.5H5M8.5 12L5 15.5L8.5 19"),
  INFO("M12 4A8 8 0 1 1 11.99 4M12 11V16.5M12 7.5V7.6"),
  CHECK("M5 12.5L10 17.5L19 7"),
  RETRY("M19 12A7 7 0 1 1 16.5 6.6M17 3V7H13"),
  TRASH("M5 7H19M9 7V4H15V7M7 7L8 20H16L17 7M10.5 11V16M13.5 11V16"),
  PENCIL("M4 20L5 16L16 5L19 8L8 19Z"),
  LEFT("M14 7L9 12L14 17"),
  RIGHT("M10 7L15 12L10 17"),
  UP("M12 19V5M6 11L12 5L18 11"),
  WRAP("M4 6H20M4 12H16.5A3 3 0 0 1 16.5 18H11M13.5 15.5L11 18L13.5 20.5M4 18H7"),
  QUOTE("M10 7H5V13H9V17M19 7H14V13H18V17"),
  DOWN("M7 10L12 15L17 10"),
  ARROW_DOWN("M12 5V19M6 13L12 19L18 13"),
  SEARCH("M10.5 16A5.5 5.5 0 1 1 10.5 5A5.5 5.5 0 0 1 10.5 16M15 15L20 20"),
  CLOSE("M6 6L18 18M18 6L6 18"),
  EYE("M3 12C7 6 17 6 21 12C17 18 7 18 3 12M12 14.5A2.5 2.5 0 1 1 12 9.5A2.5 2.5 0 0 1 12 14.5"),
  MORE("M6 12H6.01M12 12H12.01M18 12H18.01"),
  WARNING("M12 4L21 20H3ZM12 10V14.5M12 17.2V17.3"),
  SHIELD("M12 3L19 6V11.5C19 16 16 19.5 12 21C8 19.5 5 16 5 11.5V6Z"),
  PERSON("M12 12A4 4 0 1 1 12 4A4 4 0 0 1 12 12M4 20C5 16 8 14.5 12 14.5C16 14.5 19 16 20 20"),
  BOOKMARK("M7 4H17V20L12 16L7 20Z"),
  PLUG("M9 3V8M15 3V8M6 8H18V11A6 6 0 0 1 6 11ZM12 17V21"),
  CLIP(
      "M19 11L12 18A4 4 0 0 1 6.3 12.3L13.5 5A2.8 2.8 0 0 1 17.5 9L10.4 16A1.3 1.3 0 0 1 8.6"
          + " 14.2L15 7.8"),
  PICTURE("M4 5H20V19H4ZM4 16L9 11L13 15L16 12L20 16M15.5 9.5H15.51"),
  TABLE("M4 5H20V19H4ZM4 10H20M4 14.5H20M10 5V19"),
  BOOK("M5 4H17A2 2 0 0 1 19 6V20H7A2 2 0 0 1 5 18ZM5 18A2 2 0 0 1 7 16H19"),
  SAVE("M12 4V15M7 10L12 15L17 10M5 20H19"),
  FOLDER("M4 6H10L12 8.5H20V19H4Z"),
  FOLDER_OPEN("M4 19V6H10L12 8.5H19V11M4 19L7 11H21L18 19Z"),
  FOLDER_PLUS("M4 6H10L12 8.5H20V19H4ZM12 11V16.5M9.2 13.7H14.8"),
  ARCHIVE("M4 5H20V9H4ZM5.5 9V19H18.5V9M10 13H14"),
  CHART("M4 4V20H20M8.5 16V12M12.5 16V7M16.5 16V10"),
  PAPER("M6 3H14L18 7V21H6ZM14 3V7H18M9 12H15M9 16H15");

  private static final double SQUARE = 24;

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /// A fresh drawing; its colour comes from the style class `icon`.
  public Node node() {
    var drawing = new SVGPath();
    drawing.setContent(path);
    drawing.getStyleClass().add("icon");
    return new Holder(drawing);
  }

  /// Keeps the middle of the drawing's square in its own middle.
  private static final class Holder extends Region {
    private final SVGPath drawing;

    Holder(SVGPath drawing) {
      this.drawing = drawing;
      drawing.setManaged(false);
      getChildren().add(drawing);
      getStyleClass().add("icon-holder");
      setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
      drawing.setLayoutX((getWidth() - SQUARE) / 2);
      drawing.setLayoutY((getHeight() - SQUARE) / 2);
    }
  }
}
