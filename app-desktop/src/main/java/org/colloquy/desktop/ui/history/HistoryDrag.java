package org.colloquy.desktop.ui.history;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.colloquy.desktop.client.ConversationEntry;
import org.jspecify.annotations.Nullable;

/// Lets conversations be dragged onto a folder and out of it: onto a folder or what is in it, they
/// come into the folder; onto anything else, they are in none.
final class HistoryDrag {
  /// The ids of what is dragged, one a line.
  static final DataFormat CONVERSATIONS = new DataFormat("application/x-colloquy-conversations");

  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop");

  private final HistoryViewModel model;

  HistoryDrag(HistoryViewModel model) {
    this.model = model;
  }

  /// Lets a cell take part.
  void watch(HistoryCell cell, HistoryActions actions) {
    cell.setOnDragDetected(event -> begin(cell, event, actions));
    cell.setOnDragOver(event -> over(cell, event));
    cell.setOnDragExited(_ -> cell.pseudoClassStateChanged(ABOVE, false));
    cell.setOnDragDropped(event -> drop(cell, event));
  }

  private void begin(HistoryCell cell, MouseEvent event, HistoryActions actions) {
    if (cell.getItem() instanceof HistoryRow.Line(var conversation, _, _) && !cell.isEditing()) {
      var ids = actions.chosenWith(conversation).stream().map(each -> each.id().toString());
      var content = new ClipboardContent();
      content.put(CONVERSATIONS, ids.collect(Collectors.joining("\n")));
      cell.startDragAndDrop(TransferMode.MOVE).setContent(content);
      event.consume();
    }
  }

  private void over(HistoryCell cell, DragEvent event) {
    if (event.getDragboard().hasContent(CONVERSATIONS)) {
      event.acceptTransferModes(TransferMode.MOVE);
      cell.pseudoClassStateChanged(ABOVE, folder(cell.getItem()) != null);
      event.consume();
    }
  }

  private void drop(HistoryCell cell, DragEvent event) {
    if (event.getDragboard().getContent(CONVERSATIONS) instanceof String ids) {
      var target = folder(cell.getItem());
      var moved =
          dragged(ids).stream().filter(each -> !Objects.equals(each.place().folder(), target));
      model.commands().move(moved.toList(), target);
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private List<ConversationEntry> dragged(String ids) {
    var wanted = Set.of(ids.split("\n", -1));
    return model.known().now().get().conversations().stream()
        .filter(each -> wanted.contains(each.id().toString()))
        .toList();
  }

  private static @Nullable UUID folder(@Nullable HistoryRow row) {
    return switch (row) {
      case HistoryRow.Folder(var folder, _, _, _) -> folder.id();
      case HistoryRow.Line(var conversation, var inside, _) ->
          inside ? conversation.place().folder() : null;
      case HistoryRow.Heading _, HistoryRow.Shared _ -> null;
      case null -> null;
    };
  }
}
