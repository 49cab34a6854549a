package org.colloquy.desktop.ui.parts.markdown;

import java.util.Locale;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A number in a text that names sources: a word of the text that can be followed with the mouse or
/// the keyboard, and tells more while the pointer or the focus is on it.
final class MarkText extends Text {
  private static final Duration DELAY = Duration.millis(250);
  private static final Duration LONG = Duration.minutes(2);

  private final Inline.Mark mark;
  private final Leads leads;
  private @Nullable Tooltip card;

  MarkText(Inline.Mark mark, Leads leads) {
    super(mark.text());
    this.mark = mark;
    this.leads = leads;
    getStyleClass().addAll("mark", mark.lost() ? "mark-lost" : "mark-found");
    mark.styles().forEach(style -> getStyleClass().add(style.name().toLowerCase(Locale.ROOT)));
    setCursor(Cursor.HAND);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(mark.name());
    addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> card());
    setOnMouseClicked(click -> {
      if (click.isStillSincePress()) {
        follow();
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusVisibleProperty().addListener((_, _, shown) -> showCard(shown));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      follow();
      event.consume();
    }
  }

  private void follow() {
    showCard(false);
    leads.open().accept(mark.index());
  }

  /// Made when it is wanted for the first time: most are never looked at.
  private Tooltip card() {
    var made = card;
    if (made == null) {
      made = new Tooltip();
      made.setGraphic(leads.card().apply(mark.index()));
      made.getStyleClass().add("source-tooltip");
      made.setShowDelay(DELAY);
      made.setShowDuration(LONG);
      Tooltip.install(this, made);
      card = made;
    }
    return made;
  }

  private void showCard(boolean shown) {
    if (!shown && card != null) {
      card.hide();
    }
    if (shown && getScene() != null) {
      var below = localToScreen(0, getBoundsInLocal().getMaxY() + 4);
      if (below != null) {
        card().show(this, below.getX(), below.getY());
      }
    }
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      follow();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
