package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.jspecify.annotations.Nullable;

/// How the facts about a model stand in its row.
final class ModelFactColumns {
  private static final Pattern COMMA = Pattern.compile(",");

  private ModelFactColumns() {}

  static Map<String, @Nullable Object> of(ModelFacts facts) {
    var price = facts.price();
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("contextWindow", facts.contextWindow());
    columns.put("longestAnswer", facts.longestAnswer());
    columns.put("abilities", words(facts.abilities()));
    columns.put("inputPrice", price == null ? null : price.input());
    columns.put("outputPrice", price == null ? null : price.output());
    columns.put("cachedPrice", price == null ? null : price.cached());
    columns.put("cacheWrittenPrice", price == null ? null : price.cacheWritten());
    return columns;
  }

  private static @Nullable String words(@Nullable Set<Ability> abilities) {
    return abilities == null
        ? null
        : abilities.stream().sorted().map(Ability::name).collect(Collectors.joining(","));
  }

  static ModelFacts facts(ResultSet row) throws SQLException {
    return new ModelFacts(
        number(row, "context_window"),
        number(row, "longest_answer"),
        abilities(row.getString("abilities")),
        price(row));
  }

  private static @Nullable ModelPrice price(ResultSet row) throws SQLException {
    var input = Columns.longOrNull(row, "input_price");
    var output = Columns.longOrNull(row, "output_price");
    return input == null || output == null
        ? null
        : new ModelPrice(
            input,
            output,
            Columns.longOrNull(row, "cached_price"),
            Columns.longOrNull(row, "cache_written_price"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int found = row.getInt(column);
    return row.wasNull() ? null : found;
  }

  private static @Nullable Set<Ability> abilities(@Nullable String words) {
    if (words == null) {
      return null;
    }
    var abilities = EnumSet.noneOf(Ability.class);
    COMMA
        .splitAsStream(words)
        .filter(word -> !word.isEmpty())
        .map(Ability::valueOf)
        .forEach(abilities::add);
    return abilities;
  }
}
