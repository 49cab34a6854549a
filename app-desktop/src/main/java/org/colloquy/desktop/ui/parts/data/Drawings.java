package org.colloquy.desktop.ui.parts.data;

import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.TableClient;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.Saving;
import org.colloquy.model.Plot;
import org.colloquy.model.TableRows;

/// Shows what was asked of tables: rows, and plots, which are fetched from the server.
public final class Drawings {
  private final TableClient client;
  private final Background background;
  private final Saving saving;

  public Drawings(TableClient client, Background background, SaveDialog save) {
    this.client = client;
    this.background = background;
    this.saving = new Saving(background, save);
  }

  /// A plot that is here already.
  public Node card(Plot plot) {
    return new PlotCard(plot, new SaveLine(saving));
  }

  /// Rows that are here already.
  public Node card(TableRows rows) {
    return new RowsCard(rows, new SaveLine(saving));
  }

  /// A place that shows a plot as soon as it is there.
  public Node of(UUID plot) {
    var waiting = new Label(Text.of("data.loading"));
    waiting.getStyleClass().add("hint");
    var place = new StackPane(waiting);
    background.run(
        () -> client.plot(plot),
        found -> place.getChildren().setAll(card(found)),
        why -> place.getChildren().setAll(FailureCard.plain(why)));
    return place;
  }
}
