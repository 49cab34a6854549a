package org.colloquy.desktop.ui.people;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.client.QuotaEntry;
import org.colloquy.desktop.client.QuotaHolder;
import org.colloquy.desktop.client.QuotaMeasure;
import org.jspecify.annotations.Nullable;

/// What is written down for a quota: a number for each measure, nothing where there is no limit.
/// Money is written in dollars.
final class QuotaForm {
  private static final Pattern TOKENS = Pattern.compile("\\d{1,12}");

  /// Signs between thousands are not taken: in some languages they mean cents.
  private static final Pattern DOLLARS = Pattern.compile("\\d{1,6}([.,]\\d{1,2})?");

  private static final int MILLIONTHS = 6;

  private final ObjectProperty<@Nullable QuotaHolder> of = new SimpleObjectProperty<>();
  private final Map<QuotaMeasure, StringProperty> fields = new EnumMap<>(QuotaMeasure.class);

  QuotaForm() {
    for (var measure : QuotaMeasure.values()) {
      fields.put(measure, new SimpleStringProperty(""));
    }
  }

  /// Whom it counts for; null while nobody is chosen.
  ObjectProperty<@Nullable QuotaHolder> of() {
    return of;
  }

  /// One for each measure.
  Map<QuotaMeasure, StringProperty> fields() {
    return Collections.unmodifiableMap(fields);
  }

  void clear() {
    of.set(null);
    fields.values().forEach(field -> field.set(""));
  }

  /// Shows this quota, to be changed.
  void show(QuotaEntry quota) {
    clear();
    of.set(quota.of());
    quota
        .limits()
        .forEach((measure, limit) ->
            field(measure).set(measure.isCost() ? dollars(limit.most()) : "" + limit.most()));
  }

  private StringProperty field(QuotaMeasure measure) {
    return fields.computeIfAbsent(measure, _ -> new SimpleStringProperty(""));
  }

  private static String dollars(long millionths) {
    return BigDecimal.valueOf(millionths, MILLIONTHS).stripTrailingZeros().toPlainString();
  }

  /// Whether this is a limit, or none.
  boolean isRight(QuotaMeasure measure) {
    return written(measure).isEmpty() || most(measure).isPresent();
  }

  /// The limits that are written, in tokens or in millionths of a US dollar.
  Map<QuotaMeasure, Long> most() {
    var all = new EnumMap<QuotaMeasure, Long>(QuotaMeasure.class);
    for (var measure : fields.keySet()) {
      most(measure).ifPresent(number -> all.put(measure, number));
    }
    return all;
  }

  private OptionalLong most(QuotaMeasure measure) {
    var written = written(measure);
    if (measure.isCost()) {
      return DOLLARS.matcher(written).matches()
          ? OptionalLong.of(
              new BigDecimal(written.replace(',', '.')).movePointRight(MILLIONTHS).longValueExact())
          : OptionalLong.empty();
    }
    return TOKENS.matcher(written).matches()
        ? OptionalLong.of(Long.parseLong(written))
        : OptionalLong.empty();
  }

  private String written(QuotaMeasure measure) {
    return field(measure).get().strip();
  }
}
