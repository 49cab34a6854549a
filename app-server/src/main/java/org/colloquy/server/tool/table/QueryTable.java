package org.colloquy.server.tool.table;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.file.ConversationFiles;

/// Puts a question in SQL to a CSV file of the conversation.
public final class QueryTable implements Tool {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final String FILE = "file";
  private static final String SQL = "sql";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(FILE, Parameter.Kind.TEXT, "The name of the CSV file."),
          Parameter.required(
              SQL,
              Parameter.Kind.TEXT,
              "One SELECT in the SQL of H2. The table is called data, its columns as in the first"
                  + " line of the file."));

  private final ConversationFiles files;

  public QueryTable(ConversationFiles files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "query_table";
  }

  @Override
  public String description() {
    return "Puts an SQL SELECT to a CSV file that the user gave to this conversation, and tells up"
        + " to 200 rows as CSV.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return false;
  }

  /// Who wrote the file is not known.
  @Override
  public boolean bringsStrangersWords() {
    return true;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    var content = files.read(occasion, given.text(FILE), MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new ProblemException(new Problem.Unavailable("The file has more than 16 MiB."));
    }
    var text = new String(content, StandardCharsets.UTF_8);
    return answer(
        CsvTable.of(text.startsWith("\uFEFF") ? text.substring(1) : text), given.text(SQL));
  }

  private static String answer(CsvTable table, String sql) {
    try (var database = new TableDatabase(table);
        var reader = database.reader()) {
      return WatchedQuery.ask(reader, sql);
    } catch (SQLException e) {
      var columns = String.join(", ", table.columns());
      throw new ProblemException(
          new Problem.Unavailable(
              "%s The table is called %s, its columns: %s."
                  .formatted(firstLine(e), TableDatabase.TABLE, columns)),
          e);
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".";
  }
}
