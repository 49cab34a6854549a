package org.colloquy.desktop.ui.parts.math;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Collects what is drawn as outlines, each colour by itself.
final class OutlineGraphics extends SilentGraphics {
  /// More is not drawn, in characters of SVG.
  private static final int MOST = 600_000;

  private static final FontRenderContext GLYPHS = new FontRenderContext(null, true, true);
  private static final String[] LETTERS = {"M", "L", "Q", "C", "Z"};
  private static final int[] POINTS = {1, 1, 2, 3, 0};

  private final Map<Color, StringBuilder> outlines = new LinkedHashMap<>();
  private AffineTransform transform = new AffineTransform();
  private Color color = Color.BLACK;
  private Stroke stroke = new BasicStroke();
  private Font font = new Font(Font.SERIF, Font.PLAIN, 10);
  private int length;

  List<FormulaDrawing.Ink> inks() {
    return outlines.entrySet().stream()
        .map(each -> new FormulaDrawing.Ink(each.getValue().toString(), name(each.getKey())))
        .toList();
  }

  /// Black is what the text is written with, also where that is white.
  private static String name(Color color) {
    return Color.BLACK.equals(color)
        ? ""
        : String.format(
            Locale.ROOT, "#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
  }

  @Override
  public void fill(Shape shape) {
    var outline = outlines.computeIfAbsent(color, _ -> new StringBuilder());
    var before = outline.length();
    var points = new double[6];
    for (var at = shape.getPathIterator(transform); !at.isDone(); at.next()) {
      var kind = at.currentSegment(points);
      outline.append(LETTERS[kind]);
      append(outline, points, POINTS[kind]);
      if (kind == PathIterator.SEG_CLOSE) {
        outline.append(' ');
      }
    }
    length += outline.length() - before;
    if (length > MOST) {
      throw new IllegalArgumentException("not drawn");
    }
  }

  private static void append(StringBuilder outline, double[] points, int count) {
    for (var i = 0; i < 2 * count; i++) {
      if (!Double.isFinite(points[i])) {
        throw new IllegalArgumentException("not drawn");
      }
      outline.append(Math.round(points[i] * 100) / 100.0).append(' ');
    }
  }

  @Override
  public void draw(Shape shape) {
    fill(stroke.createStrokedShape(shape));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public void drawString(String text, float x, float y) {
    drawGlyphVector(font.createGlyphVector(GLYPHS, text), x, y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return GLYPHS;
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void setTransform(AffineTransform now) {
    transform = new AffineTransform(now);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setColor(Color now) {
    color = now;
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setStroke(Stroke now) {
    stroke = now;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setFont(Font now) {
    font = now;
  }

  @Override
  public Font getFont() {
    return font;
  }
}
