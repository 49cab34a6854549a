package org.colloquy.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["place"],"properties":{
        "place":{"type":"string","minLength":2,"pattern":"^[A-Z]"},
        "days":{"type":"integer","maximum":7},
        "unit":{"enum":["c","f"]}}}
      """;

  private final SchemaCheck check = new SchemaCheck();

  private record Shaped(String schema) implements Tool {
    @Override
    public String name() {
      return "shaped";
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public boolean hasEffects() {
      return false;
    }

    @Override
    public boolean bringsStrangersWords() {
      return false;
    }

    @Override
    public String run(Occasion occasion, String arguments) {
      return "";
    }
  }

  private List<Problem.Fault> faults(String arguments) {
    var problem = Problems.of(() -> check.check(new Shaped(SCHEMA), arguments));
    return ((Problem.Invalid) Objects.requireNonNull(problem)).faults();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"place\":\"Oslo\"}",
        "{\"place\":\"Oslo\",\"days\":3.0,\"unit\":\"c\"}",
        "{\"place\":\"Oslo\",\"days\":null}"
      })
  void letsPassWhatFits(String arguments) {
    check.check(new Shaped(SCHEMA), arguments);
  }

  @Test
  void saysWhereWhatIsWrong() {
    assertThat(faults("{\"days\":9,\"unit\":\"k\",\"more\":1}"))
        .extracting(fault -> fault.field() + ": " + fault.why())
        .anyMatch(fault -> fault.contains("place") && fault.contains("required"))
        .anyMatch(fault -> fault.startsWith("days: ") && fault.contains("7"))
        .anyMatch(fault -> fault.startsWith("unit: "))
        .anyMatch(fault -> fault.contains("more"));
    assertThat(faults("{\"place\":\"oslo\"}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "null", "\"x\""})
  void refusesWhatIsNoObject(String arguments) {
    assertThat(faults(arguments)).hasSize(1);
  }

  @Test
  void fetchesNothingForASchema() {
    var far = new Shaped("{\"$ref\":\"http://127.0.0.1:1/schema.json\"}");
    assertThat(Problems.of(() -> check.check(far, "{}"))).isInstanceOf(Problem.Unavailable.class);
    var dialect = new Shaped("{\"$schema\":\"http://127.0.0.1:1/dialect\"}");
    assertThat(Problems.of(() -> check.check(dialect, "{}")))
        .isInstanceOf(Problem.Unavailable.class);
    assertThat(Problems.of(() -> check.check(new Shaped("no schema"), "{}")))
        .isInstanceOf(Problem.Unavailable.class);
  }

  @Test
  void canBeInterruptedInAPatternThatTakesForEver() throws Exception {
    var slow = new Shaped("{\"properties\":{\"x\":{\"pattern\":\"^(.*?,){20}P\"}}}");
    var task =
        new FutureTask<>(() -> {
          check.check(slow, "{\"x\":\"" + "1,".repeat(100) + "\"}");
          return true;
        });
    var thread = Thread.ofPlatform().start(task);
    assertThatThrownBy(() -> task.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    thread.interrupt();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }
}
