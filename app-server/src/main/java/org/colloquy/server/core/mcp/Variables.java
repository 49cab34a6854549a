package org.colloquy.server.core.mcp;

import java.util.Map;
import java.util.TreeMap;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.provider.Secret;

/// Environment or headers of a server, as one secret text: a line for each name, `name=value`.
public final class Variables {
  private static final int MOST = 50;
  private static final int LONGEST = 8_000;

  private Variables() {}

  static void check(Map<String, String> variables) {
    var rules = new Rules().expect(variables.size() <= MOST, "variables", "There are too many.");
    variables.forEach((name, value) ->
        rules
            .expect(name.matches("[A-Za-z_][A-Za-z0-9_-]{0,99}"), "variables", "A name is wrong.")
            .expect(
                value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl),
                "variables",
                "A value is too long, or has more than one line."));
    rules.check();
  }

  static Secret written(Map<String, String> variables) {
    var text = new StringBuilder();
    new TreeMap<>(variables)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return Secret.of(text);
  }

  static Map<String, String> read(Secret secret) {
    var variables = new TreeMap<String, String>();
    for (var line : secret.reveal().split("\n", -1)) {
      int end = line.indexOf('=');
      if (end > 0) {
        variables.put(line.substring(0, end), line.substring(end + 1));
      }
    }
    return variables;
  }
}
