package org.colloquy.server.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionsTest {
  private static final Map<String, String> COMMON =
      Map.of("date", "2026-11-21", "time", "14:05:09", "name", "Ada", "language", "Norwegian");

  private static AgentPreset preset(String instructions) {
    return new AgentPreset(
        "Tester",
        "",
        instructions,
        List.of(
            new AgentVariable("field", "", "a field in {{name}}'s notes"),
            new AgentVariable("units", "", "SI")),
        null,
        ModelParameters.NONE,
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello.                               | Hello.
          Today is {{date}}, {{ time }}.       | Today is 2026-11-21, 14:05:09.
          Help {{name}} in {{language}}        | Help Ada in Norwegian
          {{units}} in {{field}}               | $1 \\ {{units}} in a field in {{name}}'s notes
          {{Name}} {{ nobody }} {{}} {{a b}}   | {{Name}} {{ nobody }} {{}} {{a b}}
          {{{units}}} {units} {{units}         | {$1 \\ {{units}}} {units} {{units}
          """)
  void putsValuesIntoTheGapsTheyAreFor(String instructions, String expected) {
    assertThat(Instructions.of(preset(instructions), COMMON, Map.of("units", "$1 \\ {{units}}")))
        .isEqualTo(expected);
  }

  @Test
  void takesNothingForWhatThePresetDidNotDeclare() {
    assertThat(
            Instructions.of(
                preset("{{name}} {{other}}"), COMMON, Map.of("name", "Eve", "other", "x")))
        .isEqualTo("Ada {{other}}");
  }

  @Test
  void tellsTheMoment() {
    var moment = ZonedDateTime.parse("2026-02-03T04:05:06.789+01:00[Europe/Oslo]");

    assertThat(Instructions.moment(moment))
        .isEqualTo(Map.of("date", "2026-02-03", "time", "04:05:06"));
  }
}
