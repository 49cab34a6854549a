package org.colloquy.desktop.ui.parts.math;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What formulas never do: pictures, clipping, round corners. Moving and turning comes down to one
/// method.
abstract class SilentGraphics extends Graphics2D {
  @Override
  public boolean drawImage(Image image, AffineTransform at, @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp how, int x, int y) {}

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform at) {}

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform at) {}

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {}

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {}

  @Override
  public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
    return false;
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setComposite(Composite composite) {}

  @Override
  public void setPaint(Paint paint) {}

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {}

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return null;
  }

  @Override
  public void setRenderingHints(Map<?, ?> all) {}

  @Override
  public void addRenderingHints(Map<?, ?> more) {}

  @Override
  public RenderingHints getRenderingHints() {
    return new RenderingHints(Map.of());
  }

  @Override
  public void translate(int x, int y) {
    translate((double) x, (double) y);
  }

  @Override
  public void translate(double x, double y) {
    transform(AffineTransform.getTranslateInstance(x, y));
  }

  @Override
  public void rotate(double angle) {
    transform(AffineTransform.getRotateInstance(angle));
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform(AffineTransform.getRotateInstance(angle, x, y));
  }

  @Override
  public void scale(double x, double y) {
    transform(AffineTransform.getScaleInstance(x, y));
  }

  @Override
  public void shear(double x, double y) {
    transform(AffineTransform.getShearInstance(x, y));
  }

  @Override
  public Composite getComposite() {
    return AlphaComposite.SrcOver;
  }

  @Override
  public void setBackground(Color color) {}

  @Override
  public Color getBackground() {
    return Color.WHITE;
  }

  @Override
  public void clip(Shape shape) {}

  @Override
  public Graphics create() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPaintMode() {}

  @Override
  public void setXORMode(Color color) {}

  @Override
  public FontMetrics getFontMetrics(Font font) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    return null;
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {}

  @Override
  public void setClip(int x, int y, int width, int height) {}

  @Override
  public void setClip(@Nullable Shape shape) {}

  @Override
  public @Nullable Shape getClip() {
    return null;
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int right, int down) {}

  @Override
  public void drawLine(int x, int y, int toX, int toY) {
    draw(new Line2D.Double(x, y, toX, toY));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {}

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

  @Override
  public void drawOval(int x, int y, int width, int height) {}

  @Override
  public void fillOval(int x, int y, int width, int height) {}

  @Override
  public void drawPolyline(int[] x, int[] y, int count) {}

  @Override
  public void drawPolygon(int[] x, int[] y, int count) {}

  @Override
  public void fillPolygon(int[] x, int[] y, int count) {}

  @Override
  public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color behind, @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image,
      int x,
      int y,
      int width,
      int height,
      Color behind,
      @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image,
      int toX,
      int toY,
      int toX2,
      int toY2,
      int x,
      int y,
      int x2,
      int y2,
      @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image,
      int toX,
      int toY,
      int toX2,
      int toY2,
      int x,
      int y,
      int x2,
      int y2,
      Color behind,
      @Nullable ImageObserver seen) {
    return true;
  }

  @Override
  public void dispose() {}
}
