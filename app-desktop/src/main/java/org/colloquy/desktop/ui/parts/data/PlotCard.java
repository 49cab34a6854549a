package org.colloquy.desktop.ui.parts.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.SnapshotParameters;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.PngImage;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.model.Plot;

/// A plot as a chart that can be saved as a picture, as a drawing, and as its data.
public final class PlotCard extends VBox {
  private static final double HEIGHT = 340;
  private static final double SHARP = 2;

  private final Plot plot;
  private final PlotData data;
  private final XYChart<?, Number> chart;
  private final Background background;
  private final SaveDialog save;
  private final StackPane failure = new StackPane();

  public PlotCard(Plot plot, Background background, SaveDialog save) {
    this.plot = plot;
    this.background = background;
    this.save = save;
    data = PlotData.of(plot);
    chart = PlotDrawing.of(plot, data);
    chart.setPrefHeight(HEIGHT);
    chart.setMinHeight(HEIGHT);
    chart.setAccessibleText(words());
    getStyleClass().add("plot-card");
    Hiding.whole(failure);
    failure.setVisible(false);
    var count = new Label(words());
    count.getStyleClass().add("hint");
    count.setWrapText(true);
    var line =
        new HBox(
            button("plotPng", "PNG", this::savePng),
            button("plotSvg", "SVG", this::saveSvg),
            button("plotCsv", "CSV", this::saveCsv));
    line.getStyleClass().add("plot-buttons");
    getChildren().addAll(chart, count, line, failure);
  }

  private String words() {
    var points = Text.of("data.points", data.size());
    return data.leftOut() > 0 ? points + " · " + Text.of("data.left-out", data.leftOut()) : points;
  }

  private static Button button(String style, String form, Runnable action) {
    var button = new Button(form);
    button.getStyleClass().addAll("small", "flat", style);
    button.setAccessibleText(Text.of("data.save", form));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void savePng() {
    var parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SHARP, SHARP));
    var picture = chart.snapshot(parameters, null);
    write("plot.png", () -> PngImage.of(picture));
  }

  private void saveSvg() {
    write("plot.svg", () -> PlotSvg.of(plot, data).getBytes(StandardCharsets.UTF_8));
  }

  private void saveCsv() {
    write("plot.csv", () -> CsvText.of(plot.data()).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, Supplier<byte[]> content) {
    var file = save.ask(name);
    if (file != null) {
      background.run(
          () -> written(file, content.get()),
          _ -> FailureCard.show(failure, null),
          why -> FailureCard.show(failure, why));
    }
  }

  private static Path written(Path file, byte[] content) {
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
