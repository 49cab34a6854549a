package org.colloquy.desktop.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that are dropped anywhere in the window.
final class DropTarget {
  private final Node overlay;
  private final Consumer<List<Path>> taker;

  private DropTarget(Node overlay, Consumer<List<Path>> taker) {
    this.overlay = overlay;
    this.taker = taker;
  }

  /// Makes a window one.
  ///
  /// @param overlay lies over the window while files are dragged over it
  static void over(Node window, Node overlay, Consumer<List<Path>> taker) {
    var target = new DropTarget(overlay, taker);
    window.addEventFilter(DragEvent.DRAG_OVER, target::dragged);
    window.addEventFilter(DragEvent.DRAG_DROPPED, target::dropped);
    window.addEventHandler(DragEvent.DRAG_EXITED, _ -> overlay.setVisible(false));
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      overlay.setVisible(true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      overlay.setVisible(false);
      taker.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
