package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.StopReason;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedTool;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole turns with tools: what a provider wants back with the results of calls is sent back.
class AdapterToolRoundTest extends AdapterCase {
  private static final Agent AGENT = new Agent(0, "Tester", "", "", List.of("weather"));

  private final ScriptedTool weather =
      new ScriptedTool("weather", given -> given.contains("Helsinki") ? "4 °C" : "-7 °C");

  @ParameterizedTest
  @CsvSource({
    "CHAT, tool_call_id, 40, 0, 8",
    "RESPONSES, gAAAAAsealed, 40, 0, 8",
    "ANTHROPIC, EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pki, 40, 10, 0",
    "GEMINI, CpcCAdHtim9signed, 40, 0, 8",
    "OLLAMA, tool_name, 0, 0, 0"
  })
  void sendsBackWhatBelongsToTheCalls(
      Tongue tongue, String wanted, int cached, int cacheWritten, int reasoning)
      throws IOException {
    streams(RecordedRepliesTest.recorded(tongue));
    streams(tongue.says("Cold", "."));
    try (var test = TestCore.with(model(tongue), weather)) {
      var sink = new RecordingSink();
      var conversation = test.core().conversations().create(test.owner(), "").id();
      var request =
          new TurnRequest(
              conversation,
              new Question.Said("What is the weather there?", null),
              new ModelChoice.Usual(),
              WhenReaderLeaves.STOP);

      test.core().turns().run(test.owner(), request.by(AGENT), sink);

      assertThat(sink.text()).isEqualTo("One moment.Cold.");
      var usage = new Usage(68, 44, cached, cacheWritten, reasoning);
      assertThat(sink.ends()).containsExactly(new TurnEvent.Finished(usage, StopReason.STOP, ""));
    }
    assertThat(provider.requests()).hasSize(2);
    var body = provider.requests().getLast().body();
    assertThat(body).contains(wanted);
    assertThat(body.indexOf("4 °C")).isPositive().isLessThan(body.indexOf("-7 °C"));
  }
}
