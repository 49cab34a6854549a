package org.colloquy.desktop.ui.tables;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.TableClient;
import org.colloquy.desktop.client.WholeFile;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// What a question in SQL came to: it is saved, and drawn.
final class TableResult {
  private final TableClient client;
  private final Background background;
  private final Consumer<Failure> failed;
  private final ReadOnlyObjectWrapper<@Nullable Asked> asked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Plot> plot = new ReadOnlyObjectWrapper<>();

  /// A question and its rows.
  record Asked(ConversationId conversation, String sql, TableRows rows) {}

  TableResult(TableClient client, Background background, Consumer<Failure> failed) {
    this.client = client;
    this.background = background;
    this.failed = failed;
  }

  /// Null when nothing was asked.
  ReadOnlyObjectProperty<@Nullable Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  /// What was drawn of it; null when nothing was.
  ReadOnlyObjectProperty<@Nullable Plot> plot() {
    return plot.getReadOnlyProperty();
  }

  void show(@Nullable Asked now) {
    plot.set(null);
    asked.set(now);
  }

  /// Writes it to a file, with more rows than are shown.
  void save(Path to) {
    var now = asked.get();
    if (now != null) {
      background.run(
          () -> WholeFile.write(client.csv(now.conversation(), now.sql()), to), _ -> {}, failed);
    }
  }

  /// Draws it; the plot is kept with the conversation.
  ///
  /// @param y not for a histogram, which counts
  void draw(PlotSpec.Kind kind, String x, @Nullable String y) {
    var now = asked.get();
    if (now != null) {
      var up = kind == PlotSpec.Kind.HISTOGRAM || y == null ? "" : y;
      background.run(
          () -> client.draw(now.conversation(), now.sql(), kind, x, up),
          drawn -> {
            if (now.equals(asked.get())) {
              plot.set(drawn);
            }
          },
          failed);
    }
  }
}
