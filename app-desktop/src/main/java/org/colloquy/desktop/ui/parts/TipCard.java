package org.colloquy.desktop.ui.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Lines of text that wrap, for a card that is shown over the window. What shows it asks how high
/// it is before it says how wide it may be; text that wraps would answer as if it had no width.
public final class TipCard extends VBox {
  /// An empty card.
  public TipCard(String style) {
    getStyleClass().add(style);
  }

  /// A line of it.
  public static Label line(String text, String... styles) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setStyle("-fx-max-width: 25.7em");
    label.getStyleClass().addAll(styles);
    return label;
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(known(width));
  }

  @Override
  protected double computeMinHeight(double width) {
    return super.computeMinHeight(known(width));
  }

  private double known(double width) {
    return width < 0 ? prefWidth(-1) : width;
  }
}
