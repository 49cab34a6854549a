package org.colloquy.model;

/// How data is drawn.
///
/// @param x the column that goes to the right; of a histogram, the one that is counted
/// @param y the column that goes up; empty for a histogram
/// @param series the column whose values divide the rows into series; empty for a single one
/// @param bins how many bars a histogram has; 0 to leave it to the drawing
public record PlotSpec(
    Kind kind,
    String title,
    String x,
    String y,
    String series,
    String xLabel,
    String yLabel,
    boolean xLog,
    boolean yLog,
    int bins) {
  /// What is drawn.
  public enum Kind {
    LINE,
    BAR,
    SCATTER,
    HISTOGRAM
  }
}
