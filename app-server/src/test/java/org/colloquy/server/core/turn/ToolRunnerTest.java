package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.colloquy.model.Agent;
import org.colloquy.model.ToolCall;
import org.junit.jupiter.api.Test;

class ToolRunnerTest {
  private static final Agent AGENT = new Agent(0, "Tester", "", "", List.of("tool"));
  private static final Occasion OCCASION =
      new Occasion(Occasions.ANY.caller(), Occasions.ANY.conversation(), AGENT);

  private static String run(Function<String, String> work, Duration longest) {
    var tools = new Tools(List.of(new ToolSource.BuiltIn(List.of(new ScriptedTool("tool", work)))));
    return new ToolRunner(tools, (_, _) -> {}, longest)
        .run(OCCASION, new ToolCall("a", "tool", "{}"), new Cancellation());
  }

  private static String run(Function<String, String> work) {
    return run(work, ToolRunner.LONGEST_RUN);
  }

  @Test
  void givesUpOnAToolThatTakesTooLongAndInterruptsIt() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);

    // On a busy machine the time may be over before the tool has begun, and then it never does.
    while (begun.getCount() > 0) {
      var told =
          run(
              _ -> {
                begun.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException _) {
                  interrupted.countDown();
                }
                return "never";
              },
              Duration.ofMillis(20));

      assertThat(told).startsWith("This function did not return within");
    }
    interrupted.await();
  }

  @Test
  void shortensWhatIsTooLongWithoutCuttingACharacter() {
    var told = run(_ -> "x" + "🙂".repeat(ToolRunner.LONGEST_RESULT));

    assertThat(told).endsWith(ToolRunner.SHORTENED);
    assertThat(told).hasSizeLessThan(ToolRunner.LONGEST_RESULT + 100);
    assertThat(told.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
        .isEmpty();
  }

  @Test
  void leavesOutWhatNoStoreKeeps() {
    assertThat(run(_ -> "a\0b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void saysOnlyThatItFailedWhenNobodyPlannedForIt() {
    assertThat(
            run(_ -> {
              throw new IllegalStateException("a bug with secrets");
            }))
        .isEqualTo("This function failed.");
    assertThat(
            run(_ -> {
              throw new StackOverflowError();
            }))
        .isEqualTo("This function failed.");
  }
}
