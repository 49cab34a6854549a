package org.colloquy.desktop.ui.shell;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Direction;
import org.colloquy.desktop.ui.parts.Icon;
import org.jspecify.annotations.Nullable;

/// Something that can be done or opened, with its keys or where it is.
final class PaletteCell extends ListCell<PaletteRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Shortcuts shortcuts;
  private final Label name = new Label();
  private final Label note = new Label();
  private final HBox line = new HBox(name, note);

  PaletteCell(PaletteViewModel model, Shortcuts shortcuts) {
    this.shortcuts = shortcuts;
    getStyleClass().add("palette-cell");
    line.getStyleClass().add("panel-line");
    setPrefWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTextOverrun(OverrunStyle.ELLIPSIS);
    Direction.follow(name, name.textProperty());
    note.getStyleClass().add("hint");
    note.setMinWidth(Region.USE_PREF_SIZE);
    setOnMouseClicked(_ -> {
      if (getItem() != null) {
        model.choose(getItem());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable PaletteRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, row instanceof PaletteRow.Heading);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    switch (row) {
      case null -> {}
      case PaletteRow.Heading(var kind) -> setText(name(kind));
      case PaletteRow.Action(var shortcut) ->
          show(Icon.RIGHT, Text.of(shortcut.text()), shortcuts.words(shortcut));
      case PaletteRow.Conversation(var conversation) ->
          show(Icon.PAPER, titled(conversation.title()), "");
      case PaletteRow.Folder(var folder) -> show(Icon.FOLDER, folder.name(), "");
      case PaletteRow.Found(var hit) -> show(hit);
    }
  }

  private static String name(PaletteRow.Kind kind) {
    return switch (kind) {
      case RECENT -> Text.of("palette.recent");
      case ACTIONS -> Text.of("palette.actions");
      case CONVERSATIONS -> Text.of("search.conversations");
      case FOLDERS -> Text.of("history.folders");
      case MESSAGES -> Text.of("search.messages");
      case FILES -> Text.of("search.files");
    };
  }

  private void show(SearchHit hit) {
    var page = hit.page();
    var words = hit.excerpt().replaceAll("\\s+", " ").strip();
    if (page == null) {
      show(Icon.SEARCH, words, titled(hit.title()));
    } else {
      show(Icon.BOOK, words, Text.of("sources.place", page.name(), page.label()));
    }
  }

  private static String titled(String title) {
    return title.isBlank() ? Text.of("search.untitled") : title;
  }

  private void show(Icon icon, String text, String aside) {
    name.setText(text);
    name.setGraphic(icon.node());
    note.setText(aside);
    setGraphic(line);
    setAccessibleText(
        Stream.of(text, aside).filter(each -> !each.isEmpty()).collect(Collectors.joining(", ")));
  }
}
