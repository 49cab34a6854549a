package org.colloquy.desktop.ui.parts.markdown;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/// The number of a footnote in a line, raised. It leads to the note.
final class NoteMarkText extends Text {
  private static final double RAISED = -4;

  NoteMarkText(Inline.NoteMark mark, Notes notes) {
    super(mark.text());
    getStyleClass().add("note-mark");
    setTranslateY(RAISED);
    setCursor(Cursor.HAND);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.HYPERLINK);
    setAccessibleText(org.colloquy.desktop.text.Text.of("note.open", mark.text()));
    setOnMouseClicked(_ -> notes.follow(mark.text()));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            notes.follow(mark.text());
            event.consume();
          }
        });
    notes.addMark(mark.text(), this);
  }
}
