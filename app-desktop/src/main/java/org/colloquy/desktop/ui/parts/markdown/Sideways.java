package org.colloquy.desktop.ui.parts.markdown;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A place for something that may be too wide for it: then a bar below moves it sideways. What
/// grows stays where it is. What fits costs nothing but itself, and turning the wheel moves the
/// conversation.
final class Sideways extends Region {
  private static final double BAR = 12;
  private static final double STEP = 40;

  private final Region content;
  private final Rectangle clip = new Rectangle();
  private @Nullable ScrollBar bar;
  private boolean broken;

  Sideways(Region content) {
    this.content = content;
    getChildren().add(content);
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    setClip(clip);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
  }

  /// Breaks the content into the width that there is, or does not.
  void turnBreaking(boolean wanted) {
    broken = wanted;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    var fits = width < 0 || broken || hidden(width) == 0;
    return content.prefHeight(broken ? width : -1) + (fits ? 0 : BAR);
  }

  private double hidden(double width) {
    return broken ? 0 : Math.max(0, Math.ceil(content.prefWidth(-1)) - Math.ceil(width));
  }

  @Override
  protected void layoutChildren() {
    var width = getWidth();
    var hidden = hidden(width);
    var height = getHeight() - (hidden > 0 ? BAR : 0);
    var passed = hidden > 0 ? passed(width, hidden) : 0;
    if (hidden == 0 && bar != null) {
      getChildren().remove(bar);
      bar = null;
    }
    content.resizeRelocate(-passed, 0, width + hidden, height);
    clip.setWidth(width);
    clip.setHeight(getHeight());
  }

  /// How far it is moved, by a bar that fits what is hidden.
  private double passed(double width, double hidden) {
    if (bar == null) {
      bar = new ScrollBar();
      bar.setManaged(false);
      bar.setUnitIncrement(STEP);
      bar.valueProperty().subscribe(_ -> requestLayout());
      getChildren().add(bar);
    }
    bar.setMax(hidden);
    bar.setValue(Math.min(bar.getValue(), hidden));
    bar.setBlockIncrement(width);
    bar.setVisibleAmount(hidden * width / (width + hidden));
    bar.resizeRelocate(0, getHeight() - BAR, width, BAR);
    return bar.getValue();
  }

  private void scroll(ScrollEvent event) {
    if (bar != null && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      bar.setValue(Math.clamp(bar.getValue() - event.getDeltaX(), 0, bar.getMax()));
      event.consume();
    }
  }
}
