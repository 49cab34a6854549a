package org.colloquy.desktop.ui.search;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Direction;
import org.jspecify.annotations.Nullable;

/// A line of the list of findings: where it was found, and the words around it.
final class SearchCell extends ListCell<SearchRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final int LONGEST = 155;
  private static final int LINE_LETTERS = 88;

  /// As a part of the size of its letters.
  private static final double LINE_HEIGHT = 1.22;

  private final SearchViewModel model;
  private final Label where = new Label();
  private final Label note = new Label();
  private final TextFlow excerpt = new TextFlow();
  private final VBox line;

  SearchCell(SearchViewModel model) {
    this.model = model;
    getStyleClass().add("search-cell");
    setPrefWidth(0);
    where.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    note.setMinWidth(Region.USE_PREF_SIZE);
    excerpt.getStyleClass().add("search-excerpt");
    HBox.setHgrow(where, Priority.ALWAYS);
    where.setMaxWidth(Double.MAX_VALUE);
    Direction.follow(where, where.textProperty());
    line = new VBox(new HBox(8, where, note), excerpt);
    var shown = new Rectangle();
    shown.widthProperty().bind(excerpt.widthProperty());
    shown.heightProperty().bind(excerpt.heightProperty());
    excerpt.setClip(shown);
    setOnMouseClicked(_ -> choose());
  }

  private void choose() {
    var row = getItem();
    if (row != null) {
      model.choose(row);
    }
  }

  @Override
  protected void updateItem(@Nullable SearchRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, row instanceof SearchRow.Heading);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    switch (row) {
      case null -> {}
      case SearchRow.Heading(var kind) -> setText(name(kind));
      case SearchRow.More(var kind, _) -> setText(Text.of("search.more", name(kind)));
      case SearchRow.Line(var hit) -> show(hit);
    }
  }

  static String name(SearchKind kind) {
    return switch (kind) {
      case CONVERSATION -> Text.of("search.conversations");
      case MESSAGE -> Text.of("search.messages");
      case FILE -> Text.of("search.files");
      case MEMORY -> Text.of("search.memories");
    };
  }

  private void show(SearchHit hit) {
    where.setText(where(hit));
    note.setText(note(hit));
    var pieces = pieces(hit);
    excerpt.getChildren().setAll(pieces);
    excerpt.setNodeOrientation(Direction.of(hit.excerpt()));
    boolean shown = hit.kind() != SearchKind.CONVERSATION;
    excerpt.setVisible(shown);
    excerpt.setManaged(shown);
    int lines = hit.excerpt().length() > LINE_LETTERS ? 2 : 1;
    double height = lines * LINE_HEIGHT * getFont().getSize();
    excerpt.setMinHeight(height);
    excerpt.setPrefHeight(height);
    excerpt.setMaxHeight(height);
    setAccessibleText(
        Stream.of(where.getText(), note.getText(), shown ? hit.excerpt() : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", ")));
    setGraphic(line);
  }

  private static String where(SearchHit hit) {
    var page = hit.page();
    if (page != null) {
      return Text.of("sources.place", page.name(), page.label());
    }
    return switch (hit.kind()) {
      case MEMORY -> Text.of("search.memory");
      case CONVERSATION, MESSAGE, FILE ->
          hit.title().isEmpty() ? Text.of("search.untitled") : hit.title();
    };
  }

  private static String note(SearchHit hit) {
    var said =
        switch (hit.role().toLowerCase(Locale.ROOT)) {
          case "user" -> Text.of("search.you");
          case "tool" -> Text.of("search.tool");
          case "system" -> Text.of("search.instructions");
          default -> hit.model();
        };
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault())
            .format(hit.time());
    return said.isEmpty() ? day : said + " · " + day;
  }

  /// The beginning of the excerpt, in which the first words stand, cut at the marks.
  private static List<Node> pieces(SearchHit hit) {
    var whole = hit.excerpt();
    var text = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
    var pieces = new ArrayList<Node>();
    int at = 0;
    for (var mark : hit.marks()) {
      if (mark.start() >= at && mark.end() > mark.start() && mark.end() <= text.length()) {
        pieces.add(piece(text.substring(at, mark.start()), "search-text"));
        pieces.add(piece(text.substring(mark.start(), mark.end()), "search-mark"));
        at = mark.end();
      }
    }
    pieces.add(piece(text.substring(at), "search-text"));
    return pieces;
  }

  private static Node piece(String words, String style) {
    var piece = new javafx.scene.text.Text(words);
    piece.getStyleClass().add(style);
    return piece;
  }
}
