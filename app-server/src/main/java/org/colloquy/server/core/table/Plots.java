package org.colloquy.server.core.table;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotId;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableRows;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// Plots of what was asked of tables, kept with their data. Other people's are not found.
public final class Plots {
  /// How many rows a plot shows.
  public static final int MOST_ROWS = 5_000;

  private static final int MOST_BINS = 200;
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_SERIES = 20;

  private final PlotStore store;
  private final DataTables tables;
  private final Conversations conversations;
  private final Activities activities;
  private final InstantSource clock;
  private final Ids ids;

  public Plots(
      PlotStore store,
      DataTables tables,
      Conversations conversations,
      Activities activities,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.tables = tables;
    this.conversations = conversations;
    this.activities = activities;
    this.clock = clock;
    this.ids = ids;
  }

  /// Asks for the data of a plot, and keeps both.
  ///
  /// @throws ProblemException Unavailable with a sentence when the data cannot be asked or drawn
  public Plot make(Caller caller, ConversationId id, PlotSpec spec, String sql) {
    check(spec);
    var conversation = conversations.get(caller, id).id();
    var data = tables.asked(conversation, sql, MOST_ROWS);
    var fitting = fitting(spec, data);
    var plot =
        new Plot(new PlotId(ids.next()), 0, conversation, fitting, sql, data, clock.instant());
    store.add(plot);
    activities.note(
        conversation,
        Activities.PLOT,
        "Plotted " + data.rows().size() + " rows: " + DataTables.cut(sql));
    return plot;
  }

  /// All of a conversation, in the order in which they were made.
  public List<Plot> of(Caller caller, ConversationId conversation) {
    return store.of(conversations.get(caller, conversation).id());
  }

  public Plot get(Caller caller, PlotId id) {
    return store
        .find(caller.account(), id)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("plot")));
  }

  private static void check(PlotSpec spec) {
    new Rules()
        .atMost(spec.title(), "title", LONGEST_TEXT)
        .filled(spec.x(), "x", LONGEST_TEXT)
        .atMost(spec.y(), "y", LONGEST_TEXT)
        .atMost(spec.series(), "series", LONGEST_TEXT)
        .atMost(spec.xLabel(), "x_label", LONGEST_TEXT)
        .atMost(spec.yLabel(), "y_label", LONGEST_TEXT)
        .expect(spec.kind() == PlotSpec.Kind.HISTOGRAM || !spec.y().isBlank(), "y", "is missing")
        .expect(
            spec.bins() >= 0 && spec.bins() <= MOST_BINS,
            "bins",
            "It is between 0 and " + MOST_BINS + ".")
        .check();
  }

  /// The same with the columns called as they are.
  private static PlotSpec fitting(PlotSpec spec, TableRows data) {
    if (data.rows().isEmpty()) {
      throw unfit("There are no rows to be drawn.");
    }
    boolean histogram = spec.kind() == PlotSpec.Kind.HISTOGRAM;
    var x = column(data, spec.x());
    var y = histogram ? "" : column(data, spec.y());
    var series = spec.series().isBlank() ? "" : column(data, spec.series());
    if (!type(data, histogram ? x : y).isNumber()) {
      throw unfit("The column " + (histogram ? x : y) + " does not have numbers.");
    }
    if (spec.kind() == PlotSpec.Kind.SCATTER && type(data, x) == ColumnType.TEXT) {
      throw unfit("The column " + x + " has texts, which a scatter plot cannot place.");
    }
    if (!series.isEmpty() && distinct(data, series) > MOST_SERIES) {
      throw unfit("There are more than " + MOST_SERIES + " series.");
    }
    return new PlotSpec(
        spec.kind(),
        spec.title(),
        x,
        y,
        series,
        spec.xLabel(),
        spec.yLabel(),
        spec.xLog(),
        spec.yLog(),
        spec.bins());
  }

  private static String column(TableRows data, String name) {
    return data.columns().stream()
        .map(TableRows.ResultColumn::name)
        .filter(name.strip()::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() ->
            unfit(
                "The SQL has no column %s, but %s."
                    .formatted(
                        name.toLowerCase(Locale.ROOT),
                        String.join(
                            ", ",
                            data.columns().stream().map(TableRows.ResultColumn::name).toList()))));
  }

  private static int index(TableRows data, String name) {
    return data.columns().stream().map(TableRows.ResultColumn::name).toList().indexOf(name);
  }

  private static ColumnType type(TableRows data, String name) {
    return data.columns().get(index(data, name)).type();
  }

  private static long distinct(TableRows data, String name) {
    int at = index(data, name);
    return data.rows().stream().map(row -> String.valueOf(row.get(at))).distinct().count();
  }

  private static ProblemException unfit(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
