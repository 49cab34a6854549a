package org.colloquy.server.api.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DateOrder;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableForm;
import org.jspecify.annotations.Nullable;

/// What paths about tables take.
final class TableBodies {
  private TableBodies() {}

  /// How a table stands in its file; what is left out stays.
  record CorrectionBody(
      @Nullable String encoding,
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable Integer skip,
      @Nullable Boolean header,
      @Nullable String decimal,
      @Nullable String dates,
      @Nullable List<@Nullable String> missing,
      @Nullable Map<String, @Nullable String> types) {
    TableForm form(TableForm before) {
      return new TableForm(
          encoding == null ? before.encoding() : encoding,
          delimiter == null ? before.delimiter() : delimiter,
          quote == null ? before.quote() : quote,
          skip == null ? before.skip() : skip,
          header == null ? before.header() : header,
          decimal == null ? before.decimal() : decimal,
          dates == null ? before.dates() : constant(DateOrder.values(), dates, "dates"),
          missing == null ? before.missing() : missing.stream().map(String::valueOf).toList());
    }

    Map<String, ColumnType> chosenTypes() {
      var chosen = new HashMap<String, ColumnType>();
      if (types != null) {
        types.forEach((name, type) ->
            chosen.put(
                name, constant(ColumnType.values(), AppBodies.required(type, "types"), "types")));
      }
      return chosen;
    }
  }

  record QueryBody(@Nullable String sql) {
    String requiredSql() {
      return AppBodies.required(sql, "sql");
    }
  }

  static <E extends Enum<E>> E constant(E[] constants, String word, String field) {
    return Stream.of(constants)
        .filter(constant -> AppJson.word(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(new Problem.Invalid(field, "There is no such value.")));
  }
}
