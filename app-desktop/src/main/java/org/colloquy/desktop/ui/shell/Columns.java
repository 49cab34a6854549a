package org.colloquy.desktop.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.TextSize;
import org.jspecify.annotations.Nullable;

/// The columns of the window: the conversations, the chat, and the side panel. The outer ones keep
/// their width when the window is resized. Where there is no room for three, the side panel takes
/// the place of the conversations.
final class Columns {
  private static final double ROOM_FOR_THREE = 860;

  private final SplitPane split;
  private final Region history;
  private final Supplier<Region> load;
  private final LiveSettings settings;
  private @Nullable Region side;

  /// @param load makes the side panel, when it is first wanted
  Columns(SplitPane split, Region history, Supplier<Region> load, LiveSettings settings) {
    this.split = split;
    this.history = history;
    this.load = load;
    this.settings = settings;
    SplitPane.setResizableWithParent(history, false);
    split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::rememberWidths);
  }

  /// Shows what the settings say, until this is unsubscribed.
  Subscription follow() {
    return Subscription.combine(
        settings.property().subscribe(_ -> show()),
        split
            .widthProperty()
            .subscribe(_ -> {
              show();
              placeDividers();
            }));
  }

  private void show() {
    var now = settings.get();
    var tight = split.getWidth() > 0 && split.getWidth() < roomForThree();
    var changed = show(history, now.sidebarShown() && !(tight && now.side().shown()), 0);
    if (now.side().shown() || side != null) {
      changed |= show(loadedSide(), now.side().shown(), split.getItems().size());
    }
    if (changed) {
      placeDividers();
    }
  }

  private double roomForThree() {
    return ROOM_FOR_THREE * settings.get().textSize() / TextSize.USUAL;
  }

  private Region loadedSide() {
    var known = side;
    if (known == null) {
      known = load.get();
      SplitPane.setResizableWithParent(known, false);
      side = known;
    }
    return known;
  }

  /// Whether that changed anything.
  private boolean show(Region column, boolean wanted, int place) {
    var shown = split.getItems().contains(column);
    if (wanted && !shown) {
      split.getItems().add(place, column);
    } else if (!wanted && shown) {
      split.getItems().remove(column);
    }
    return wanted != shown;
  }

  private void placeDividers() {
    var width = split.getWidth();
    if (width <= 0) {
      return;
    }
    var now = settings.get();
    if (split.getItems().contains(history)) {
      split.setDividerPosition(0, now.sidebarWidth() / width);
    }
    if (side != null && split.getItems().contains(side)) {
      split.setDividerPosition(split.getDividers().size() - 1, 1 - now.side().width() / width);
    }
  }

  private void rememberWidths(MouseEvent event) {
    if (event.getTarget() instanceof Node node && isDivider(node)) {
      settings.change(now -> {
        var known = side;
        var kept =
            split.getItems().contains(history) ? now.withSidebarWidth(history.getWidth()) : now;
        return known != null && split.getItems().contains(known)
            ? kept.withSide(kept.side().withWidth(known.getWidth()))
            : kept;
      });
    }
  }

  private static boolean isDivider(Node node) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("split-pane-divider")) {
        return true;
      }
    }
    return false;
  }
}
