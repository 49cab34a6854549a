package org.colloquy.desktop.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.colloquy.desktop.client.Glance;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.TipCard;
import org.colloquy.desktop.ui.parts.markdown.MarkdownWords;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Shows beside a conversation what was said in it last, while the pointer rests on it, and tells
/// it as help when the keyboard is there. It never takes the focus.
final class HistoryPreview {
  private static final int MOST = 160;
  private static final double GAP = 8;

  private final HistoryViewModel model;
  private final Glances pointed;
  private final Glances focused;
  private @Nullable Tooltip card;
  private @Nullable HistoryCell under;
  private @Nullable ConversationId dismissed;

  /// What is known of a conversation beforehand.
  ///
  /// @param notes its tags, or whose it is
  private record Subject(ConversationId id, String title, Instant touched, String notes) {
    /// The date, and the notes where there are any.
    List<String> facts() {
      var when =
          DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
              .withZone(ZoneId.systemDefault())
              .format(touched);
      return Stream.of(when, notes).filter(each -> !each.isEmpty()).toList();
    }
  }

  HistoryPreview(HistoryViewModel model) {
    this.model = model;
    pointed = model.known().glances();
    focused = model.known().glances();
  }

  /// What is told of a conversation before anything is fetched; null for other rows.
  static @Nullable String about(@Nullable HistoryRow row) {
    var subject = subject(row);
    return subject == null ? null : String.join("\n", subject.facts());
  }

  private static @Nullable Subject subject(@Nullable HistoryRow row) {
    return switch (row) {
      case HistoryRow.Line(var one, _, _) ->
          new Subject(
              one.id(),
              HistoryCell.title(one),
              one.updatedAt(),
              String.join(", ", one.place().tags()));
      case HistoryRow.Shared(var one) -> {
        var title = one.title().isBlank() ? Text.of("history.untitled") : one.title();
        var owner = Text.of("history.shared.by", title, one.owner());
        yield new Subject(one.id(), title, one.updatedAt(), owner);
      }
      case HistoryRow.Heading _, HistoryRow.Folder _ -> null;
      case null -> null;
    };
  }

  /// Goes when something is done in this list, or the pointer leaves it.
  void watch(ListView<HistoryRow> list) {
    list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> dismiss());
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> dismiss());
    list.addEventFilter(ScrollEvent.SCROLL, _ -> leave());
    list.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> dismissed = null);
  }

  /// Lets a cell take part.
  void watch(HistoryCell cell) {
    cell.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> point(cell));
    cell.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    cell.itemProperty().addListener((_, before, now) -> moved(cell, before, now));
    cell.focusedProperty().addListener((_, _, here) -> focus(cell, here));
  }

  private void moved(HistoryCell cell, @Nullable HistoryRow before, @Nullable HistoryRow now) {
    var gone = subject(before);
    var come = subject(now);
    if (cell == under && gone != null && (come == null || !come.id().equals(gone.id()))) {
      leave();
    }
  }

  private void point(HistoryCell cell) {
    leave();
    var subject = subject(cell.getItem());
    if (subject != null && !subject.id().equals(dismissed)) {
      dismissed = null;
      under = cell;
      pointed.rest(subject.id(), glance -> show(cell, subject, glance));
    }
  }

  private void focus(HistoryCell cell, boolean here) {
    var subject = subject(cell.getItem());
    if (!here) {
      focused.leave();
    } else if (subject != null && !subject.id().equals(model.selected().get())) {
      focused.rest(
          subject.id(),
          glance -> {
            if (subject.equals(subject(cell.getItem()))) {
              var lines = Stream.concat(said(glance).stream(), subject.facts().stream());
              cell.setAccessibleHelp(lines.collect(Collectors.joining("\n")));
            }
          });
    }
  }

  /// What the pointer rests on is not wanted: cells may come and go beneath it.
  private void dismiss() {
    var subject = under == null ? null : subject(under.getItem());
    dismissed = subject == null ? dismissed : subject.id();
    leave();
  }

  /// What is open says everything itself.
  void opened() {
    focused.leave();
  }

  /// The pointer is elsewhere.
  void leave() {
    pointed.leave();
    under = null;
    if (card != null) {
      card.hide();
    }
  }

  private void show(HistoryCell cell, Subject subject, Glance glance) {
    var beside = cell.localToScreen(cell.getWidth() + GAP, 0);
    if (beside == null || cell.isEditing()) {
      return;
    }
    var content = new TipCard("history-preview");
    content.getChildren().add(TipCard.line(subject.title(), "strong"));
    said(glance).forEach(each -> content.getChildren().add(TipCard.line(each)));
    subject.facts().forEach(each -> content.getChildren().add(TipCard.line(each, "hint")));
    var shown = Objects.requireNonNullElseGet(card, Tooltip::new);
    card = shown;
    shown.setGraphic(content);
    shown.show(cell, beside.getX(), beside.getY());
  }

  private static List<String> said(Glance glance) {
    return Stream.of(
            words("history.preview.question", glance.question()),
            words("history.preview.answer", glance.answer()))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static String words(String key, String said) {
    return said.isBlank() ? "" : Text.of(key, MarkdownWords.first(said, MOST));
  }
}
