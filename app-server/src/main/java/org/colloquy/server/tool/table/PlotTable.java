package org.colloquy.server.tool.table;

import java.util.Locale;
import java.util.stream.Stream;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableRows;
import org.colloquy.server.core.table.Plots;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.Parameters.Arguments;

/// Draws what a question in SQL comes to. The plot is kept, and the person sees it with the answer.
public final class PlotTable implements TableTool {
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("kind", Parameter.Kind.TEXT, "line, bar, scatter or histogram."),
          Parameter.required(
              "sql",
              Parameter.Kind.TEXT,
              "One SELECT in the SQL of H2 that tells the data, up to 5000 rows. Put names that are"
                  + " not plain words in double quotes."),
          Parameter.required(
              "x",
              Parameter.Kind.TEXT,
              "The column of the SQL that goes to the right; of a histogram, the one whose values"
                  + " are counted."),
          Parameter.optional(
              "y", Parameter.Kind.TEXT, "The column that goes up; not for a histogram."),
          Parameter.optional(
              "series", Parameter.Kind.TEXT, "A column whose values divide the rows into series."),
          Parameter.optional("title", Parameter.Kind.TEXT, "Stands above the plot."),
          Parameter.optional("x_label", Parameter.Kind.TEXT, "Stands below the axis to the right."),
          Parameter.optional(
              "y_label", Parameter.Kind.TEXT, "Stands beside the axis that goes up."),
          Parameter.optional(
              "log",
              Parameter.Kind.TEXT,
              "Which axes are logarithmic: x, y or xy; none if left out."),
          Parameter.optional(
              "bins", Parameter.Kind.INTEGER, "How many bars a histogram has; usually left out."));

  private final Plots plots;

  public PlotTable(Plots plots) {
    this.plots = plots;
  }

  @Override
  public String name() {
    return "plot_table";
  }

  @Override
  public String description() {
    return "Draws a line, bar or scatter plot or a histogram of what one SQL SELECT to the tables"
        + " of this conversation comes to. The user sees the plot with your answer; you are"
        + " told its size and its first rows.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    var plot =
        plots.make(occasion.caller(), occasion.conversation(), spec(given), given.text("sql"));
    return told(plot);
  }

  private static PlotSpec spec(Arguments given) {
    var log = given.text("log").toLowerCase(Locale.ROOT);
    var kind =
        Stream.of(PlotSpec.Kind.values())
            .filter(one -> one.name().equalsIgnoreCase(given.text("kind").strip()))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.Invalid("kind", "is line, bar, scatter or histogram")));
    return new PlotSpec(
        kind,
        given.text("title"),
        given.text("x"),
        given.text("y"),
        given.text("series"),
        given.text("x_label"),
        given.text("y_label"),
        log.contains("x"),
        log.contains("y"),
        given.integer("bins", 0));
  }

  /// The plot's id stands first, so that a reader of the conversation finds the plot.
  private static String told(Plot plot) {
    var told = RowsJson.JSON.createObjectNode().put("plot", plot.id().toString());
    told.put("kind", plot.spec().kind().name().toLowerCase(Locale.ROOT));
    var data = plot.data();
    var some =
        new TableRows(
            data.columns(),
            data.rows().subList(0, Math.min(10, data.rows().size())),
            data.rows().size() > 10 || data.cut());
    told.put("points", data.rows().size()).put("pointsCut", data.cut());
    told.setAll(RowsJson.of(some));
    return told.toString();
  }
}
