package org.colloquy.server.core.agent;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;

/// Puts values where an agent's instructions have `{{variables}}`. Pure.
public final class Instructions {
  /// The variables that every agent has.
  public static final List<String> COMMON = List.of("date", "time", "name", "language");

  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*\\}\\}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private Instructions() {}

  /// The values of `{{date}}` and `{{time}}`.
  public static Map<String, String> moment(ZonedDateTime now) {
    return Map.of("date", DATE.format(now), "time", TIME.format(now));
  }

  /// The instructions of a preset with values in their gaps. A value is not looked through for
  /// variables; one that nobody knows stays as it stands there.
  ///
  /// @param common of the variables that every agent has
  /// @param given of its own variables; its own values stand where nothing was given
  public static String of(
      AgentPreset preset, Map<String, String> common, Map<String, String> given) {
    var values = new HashMap<>(common);
    for (AgentVariable variable : preset.variables()) {
      values.put(variable.name(), given.getOrDefault(variable.name(), variable.value()));
    }
    return VARIABLE
        .matcher(preset.instructions())
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    return values.getOrDefault(found.group(1), found.group());
  }
}
