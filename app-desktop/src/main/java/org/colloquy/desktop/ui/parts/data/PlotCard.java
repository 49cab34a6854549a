package org.colloquy.desktop.ui.parts.data;

import java.nio.charset.StandardCharsets;
import javafx.scene.SnapshotParameters;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.PngImage;
import org.colloquy.model.Plot;

/// A plot as a chart that can be saved as a picture, as a drawing, and as its data.
final class PlotCard extends VBox {
  private static final double HEIGHT = 340;
  private static final double SHARP = 2;

  private final Plot plot;
  private final PlotData data;
  private final XYChart<?, Number> chart;
  private final SaveLine line;

  PlotCard(Plot plot, SaveLine line) {
    this.plot = plot;
    this.line = line;
    data = PlotData.of(plot);
    chart = PlotDrawing.of(plot, data);
    chart.setPrefHeight(HEIGHT);
    chart.setMinHeight(HEIGHT);
    chart.setAccessibleText(words());
    getStyleClass().add("plot-card");
    var count = new Label(words());
    count.getStyleClass().add("hint");
    count.setWrapText(true);
    line.offer("plotPng", "PNG", this::savePng);
    line.offer("plotSvg", "SVG", this::saveSvg);
    line.offer("plotCsv", "CSV", this::saveCsv);
    getChildren().addAll(chart, count, line);
  }

  private String words() {
    var points = Text.of("data.points", data.size());
    return data.leftOut() > 0 ? points + " · " + Text.of("data.left-out", data.leftOut()) : points;
  }

  private void savePng() {
    var parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SHARP, SHARP));
    var picture = chart.snapshot(parameters, null);
    line.write("plot.png", () -> PngImage.of(picture));
  }

  private void saveSvg() {
    line.write("plot.svg", () -> PlotSvg.of(plot, data).getBytes(StandardCharsets.UTF_8));
  }

  private void saveCsv() {
    line.write("plot.csv", () -> CsvText.of(plot.data()).getBytes(StandardCharsets.UTF_8));
  }
}
