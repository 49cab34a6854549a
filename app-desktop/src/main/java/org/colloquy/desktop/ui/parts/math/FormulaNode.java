package org.colloquy.desktop.ui.parts.math;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.colloquy.desktop.ui.parts.Inset;

/// A formula on the screen: as large as the letters around it, in their colour.
public final class FormulaNode extends Region implements Inset {
  /// The letters of formulas are drawn smaller than those of the window.
  private static final double LARGER = 1.16;

  private final FormulaDrawing drawing;
  private final String source;
  private final Text letters = new Text();
  private final Scale scale = new Scale();
  private final Group ink = new Group();

  /// @param source as it was written
  public FormulaNode(FormulaDrawing drawing, String source) {
    this.drawing = drawing;
    this.source = source;
    getStyleClass().add("formula");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // also where the words go the other way
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(source);
    drawing.inks().forEach(this::add);
    ink.getTransforms().add(scale);
    ink.setManaged(false);
    letters.setManaged(false);
    getChildren().addAll(letters, ink);
    letters.fontProperty().subscribe(_ -> resized());
  }

  private void add(FormulaDrawing.Ink one) {
    var path = new SVGPath();
    path.setContent(one.outline());
    if (one.colour().isEmpty()) {
      path.getStyleClass().add("formula-ink");
    } else {
      path.setFill(Color.web(one.colour()));
    }
    ink.getChildren().add(path);
  }

  private void resized() {
    scale.setX(factor());
    scale.setY(factor());
    requestLayout();
  }

  private double factor() {
    return letters.getFont().getSize() * LARGER / FormulaDrawing.EM;
  }

  @Override
  public String copied() {
    return source;
  }

  @Override
  public double getBaselineOffset() {
    return drawing.ascent() * factor();
  }

  @Override
  protected double computePrefWidth(double height) {
    return drawing.width() * factor();
  }

  @Override
  protected double computePrefHeight(double width) {
    return (drawing.ascent() + drawing.descent()) * factor();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
