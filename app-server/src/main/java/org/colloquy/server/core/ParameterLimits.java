package org.colloquy.server.core;

import java.util.regex.Pattern;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;

/// What parameters of a model may be, whoever gives them. A provider may take less.
public final class ParameterLimits {
  private static final double WARMEST = 2;
  private static final int MOST_STOPS = 16;
  private static final int LONGEST_STOP = 1_000;

  /// What such texts are divided by where they are kept as one.
  public static final char DIVIDER = '\u001F';

  private static final int LONGEST_SCHEMA = 64 * 1024;
  private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ParameterLimits() {}

  /// Makes sure that they can be sent to a provider.
  ///
  /// @throws org.colloquy.model.ProblemException Invalid with everything that is wrong
  public static void check(ModelParameters parameters) {
    var temperature = parameters.temperature();
    var topP = parameters.topP();
    var maxTokens = parameters.maxTokens();
    var rules =
        new Rules()
            .expect(
                temperature == null || (temperature >= 0 && temperature <= WARMEST),
                "temperature",
                "This must be between 0 and 2.")
            .expect(
                topP == null || (topP > 0 && topP <= 1), "topP", "This must be above 0, at most 1.")
            .expect(maxTokens == null || maxTokens >= 1, "maxTokens", "This must be at least 1.")
            .expect(
                parameters.stop().size() <= MOST_STOPS,
                "stop",
                "These must be at most " + MOST_STOPS + ".");
    for (var stop : parameters.stop()) {
      rules
          .expect(!stop.isEmpty(), "stop", "A text to stop at may not be empty.")
          .atMost(stop, "stop", LONGEST_STOP)
          .expect(stop.indexOf(DIVIDER) < 0, "stop", "A text to stop at has control characters.");
    }
    if (parameters.format() instanceof ResponseFormat.JsonSchema(var name, var schema)) {
      rules
          .expect(
              SCHEMA_NAME.matcher(name).matches(),
              "format",
              "A schema's name has letters, digits, _ and -, at most 64.")
          .expect(schema.length() <= LONGEST_SCHEMA, "format", "The schema is too long.");
    }
    rules.check();
  }
}
