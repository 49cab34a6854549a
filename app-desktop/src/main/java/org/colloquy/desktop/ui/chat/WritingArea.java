package org.colloquy.desktop.ui.chat;

import java.util.function.Predicate;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.layout.Region;
import org.colloquy.desktop.ui.parts.Direction;

/// A text field that grows with what is written, up to a part of the window's height.
public final class WritingArea extends TextArea {
  private static final double PART = 0.4;

  /// As a part of the size of its letters.
  private static final double LINE = 1.72;

  private Predicate<Clipboard> takesPaste = _ -> false;
  private boolean composing;

  public WritingArea() {
    setWrapText(true);
    setPrefRowCount(1);
    Direction.follow(this, textProperty());
    textProperty().addListener((_, _, _) -> requestLayout());
    widthProperty().addListener((_, _, _) -> requestLayout());
    addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> composing = !event.getComposed().isEmpty());
  }

  /// Whether a word of an input method is not whole yet.
  boolean composing() {
    return composing;
  }

  /// Something else may take a paste; then it does not come into the field.
  void offerPasteTo(Predicate<Clipboard> taker) {
    takesPaste = taker;
  }

  @Override
  public void paste() {
    if (!takesPaste.test(Clipboard.getSystemClipboard())) {
      super.paste();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    var scene = getScene();
    var most = scene == null ? line() * 10 : scene.getHeight() * PART;
    return Math.max(minHeight(-1), Math.min(most, contentHeight()));
  }

  @Override
  protected double computeMinHeight(double width) {
    return line() + snappedTopInset() + snappedBottomInset() + line() / 2;
  }

  private double line() {
    return LINE * getFont().getSize();
  }

  private double contentHeight() {
    return lookup(".content") instanceof Region content
        ? content.prefHeight(getWidth() - snappedLeftInset() - snappedRightInset())
            + snappedTopInset()
            + snappedBottomInset()
        : line();
  }
}
