package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.core.ParameterLimits;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// How a model is to answer, in columns of several tables.
final class ParameterColumns {
  /// Their names.
  static final String NAMES =
      "temperature, top_p, seed, max_tokens, stop, format, schema_name, schema_text";

  /// What [#bind] puts into them.
  static final String VALUES =
      ":temperature, :topP, :seed, :maxTokens, :stop, :format, :schemaName, :schemaText";

  private static final String DIVIDER = String.valueOf(ParameterLimits.DIVIDER);

  private ParameterColumns() {}

  static Update bind(Update update, ModelParameters parameters) {
    var format = parameters.format();
    var schema = format instanceof ResponseFormat.JsonSchema named ? named : null;
    return update
        .bind("temperature", parameters.temperature())
        .bind("topP", parameters.topP())
        .bind("seed", parameters.seed())
        .bind("maxTokens", parameters.maxTokens())
        .bind("stop", String.join(DIVIDER, parameters.stop()))
        .bind("format", word(format))
        .bind("schemaName", schema == null ? null : schema.name())
        .bind("schemaText", schema == null ? null : schema.schema());
  }

  static ModelParameters parameters(ResultSet row) throws SQLException {
    var stop = row.getString("stop");
    return new ModelParameters(
        row.getObject("temperature", Double.class),
        row.getObject("top_p", Double.class),
        row.getObject("seed", Long.class),
        row.getObject("max_tokens", Integer.class),
        stop.isEmpty() ? List.of() : List.of(stop.split(DIVIDER, -1)),
        format(row));
  }

  private static @Nullable String word(@Nullable ResponseFormat format) {
    return switch (format) {
      case null -> null;
      case ResponseFormat.Text _ -> "TEXT";
      case ResponseFormat.Json _ -> "JSON";
      case ResponseFormat.JsonSchema _ -> "SCHEMA";
    };
  }

  private static @Nullable ResponseFormat format(ResultSet row) throws SQLException {
    var word = row.getString("format");
    return switch (word) {
      case null -> null;
      case "TEXT" -> new ResponseFormat.Text();
      case "JSON" -> new ResponseFormat.Json();
      default ->
          new ResponseFormat.JsonSchema(row.getString("schema_name"), row.getString("schema_text"));
    };
  }
}
