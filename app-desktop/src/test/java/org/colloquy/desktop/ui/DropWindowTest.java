package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;

/// Files that are dragged over the window and dropped on it.
class DropWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.conversations().add("A talk", Instant.now(), List.of("question", "reply"));
  }

  /// The headless platform knows no drags, so that this is made as the toolkit makes it.
  private Dragboard carrying(List<File> files) {
    return onWindow(() -> {
      var board = DragboardHelper.createDragboard(dragged());
      var content = new ClipboardContent();
      content.putFiles(files);
      board.setContent(content);
      return board;
    });
  }

  private static TKClipboard dragged() {
    var local = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? Set.of(TransferMode.COPY)
                    : method.invoke(local, arguments));
  }

  private DragEvent event(EventType<DragEvent> type, Dragboard board) {
    var at = lookup(".composer-area").query();
    return new DragEvent(
        null,
        at,
        type,
        board,
        10,
        10,
        10,
        10,
        TransferMode.COPY,
        null,
        at,
        new PickResult(at, 10, 10));
  }

  private void fire(EventType<DragEvent> type, Dragboard board) {
    interact(() -> lookup(".composer-area").query().fireEvent(event(type, board)));
  }

  private List<File> several() {
    try {
      var files = new ArrayList<File>();
      for (int i = 0; i < 7; i++) {
        files.add(Files.writeString(folder.resolve("sheet " + i + ".csv"), "a,b").toFile());
      }
      var papers = Files.createDirectories(folder.resolve("papers/old"));
      Files.writeString(papers.resolve("deep.txt"), "deep");
      Files.writeString(folder.resolve("papers/one.txt"), "one");
      Files.writeString(folder.resolve("papers/.hidden"), "nobody's");
      files.add(folder.resolve("papers").toFile());
      files.add(folder.resolve("gone.txt").toFile());
      return files;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void takesEverythingThatIsDroppedAnywhere() {
    clickOn("A talk");
    untilSays("reply");
    var board = carrying(several());
    fire(DragEvent.DRAG_OVER, board);
    until(() -> shows("#dropTarget"));
    interact(() -> Pictures.save(scene(), "drop"));
    fire(DragEvent.DRAG_DROPPED, board);
    until(() -> !shows("#dropTarget"));
    until(() -> server.files().names().size() == 9);
    assertThat(server.files().names())
        .containsExactlyInAnyOrder(
            "sheet 0.csv",
            "sheet 1.csv",
            "sheet 2.csv",
            "sheet 3.csv",
            "sheet 4.csv",
            "sheet 5.csv",
            "sheet 6.csv",
            "deep.txt",
            "one.txt");
    untilSays("gone.txt cannot be read on this computer.");
    interact(() -> Pictures.save(scene(), "dropped"));
  }
}
