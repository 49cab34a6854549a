package org.colloquy.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private final Parameters parameters =
      Parameters.of(
          Parameter.required("query", Parameter.Kind.TEXT, "What to \"look\" for."),
          Parameter.optional("most", Parameter.Kind.INTEGER, "How many."));

  @Test
  void sayTheirSchema() {
    assertThat(parameters.schema())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{"
                + "\"query\":{\"type\":\"string\",\"description\":\"What to \\\"look\\\" for.\"},"
                + "\"most\":{\"type\":\"integer\",\"description\":\"How many.\"}},"
                + "\"required\":[\"query\"],\"additionalProperties\":false}");
  }

  @Test
  void readArguments() {
    var whole = parameters.read("{\"most\":3,\"query\":\"apples\"}");
    var least = parameters.read("{\"query\":\"\",\"most\":null}");

    assertThat(whole.text("query")).isEqualTo("apples");
    assertThat(whole.integer("most", 1)).isEqualTo(3);
    assertThat(least.text("query")).isEmpty();
    assertThat(least.integer("most", 1)).isEqualTo(1);
    assertThat(parameters.read("{\"query\":\"x\",\"most\":2.0}").integer("most", 1)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"query\"",
        "{",
        "{\"query\":\"x\"} more",
        "{}",
        "{\"query\":null}",
        "{\"query\":7}",
        "{\"query\":\"x\",\"most\":\"3\"}",
        "{\"query\":\"x\",\"most\":1.5}",
        "{\"query\":\"x\",\"most\":99999999999}",
        "{\"query\":\"x\",\"other\":1}",
      })
  void refuseWhatDoesNotFit(String arguments) {
    assertThat(Problems.of(() -> parameters.read(arguments))).isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void refuseWhatIsNestedWithoutEnd() {
    var deep = "{\"query\":" + "[".repeat(100_000);

    assertThat(Problems.of(() -> parameters.read(deep))).isInstanceOf(Problem.Invalid.class);
  }
}
