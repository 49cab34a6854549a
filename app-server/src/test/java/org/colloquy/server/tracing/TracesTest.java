package org.colloquy.server.tracing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.RequestWatch.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Duration MOMENT = Duration.ofMillis(3);

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> posted = new ArrayList<>();
  private final Traces traces = new Traces(posted::add, "1.2.3");
  private final TestCore core = TestCore.with(ScriptedChatModel.saying("Well."));

  @AfterEach
  void close() {
    traces.close();
    core.close();
  }

  private Map<String, JsonNode> spans() throws IOException {
    traces.close();
    var all = new TreeMap<String, JsonNode>();
    for (var body : posted) {
      json.readTree(body)
          .at("/resourceSpans/0/scopeSpans/0/spans")
          .forEach(span -> all.put(span.path("name").asText(), span));
    }
    return all;
  }

  private static Map<String, String> attributes(JsonNode span) {
    var all = new TreeMap<String, String>();
    span.path("attributes")
        .forEach(
            one -> all.put(one.path("key").asText(), one.path("value").elements().next().asText()));
    return all;
  }

  private ChatModel watched(ChatModel model) {
    Provider provider = core.core().providers().visible(core.owner()).getFirst();
    return traces.watching((_, _, _) -> model).open(core.owner(), provider, null);
  }

  private static void ask(ChatModel model) {
    model.stream(
        new Prompt("gpt-4o", List.of(), List.of()),
        new ReplyListener() {
          @Override
          public void text(String text) {}

          @Override
          public void reasoning(String text) {}

          @Override
          public void noted(String sentence) {}
        },
        new Cancellation());
  }

  private void answer(int status) {
    traces.answered(new Answered("app", "POST", "/api/conversations/{id}/turns", status, MOMENT));
  }

  @Test
  void hangsACallOnItsTurnAndThatOnItsRequestAndThatOnWhoAsked() throws IOException {
    traces.begun(name -> name.equals("traceparent") ? Optional.of(PARENT) : Optional.empty());
    var ended = traces.began();
    ask(watched(ScriptedChatModel.saying("Words that nobody shall see.")));
    ended.run();
    answer(200);

    var spans = spans();
    var request = requireNonNull(spans.get("POST /api/conversations/{id}/turns"));
    var turn = requireNonNull(spans.get("turn"));
    var call = requireNonNull(spans.get("chat gpt-4o"));
    assertThat(spans).hasSize(3);
    assertThat(request.path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(request.path("parentSpanId").asText()).isEqualTo("b7ad6b7169203331");
    assertThat(turn.path("parentSpanId")).isEqualTo(request.path("spanId"));
    assertThat(call.path("parentSpanId")).isEqualTo(turn.path("spanId"));
    assertThat(call.path("traceId")).isEqualTo(request.path("traceId"));
    assertThat(request.path("kind").asInt()).isEqualTo(2);
    assertThat(attributes(request))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "http.request.method", "POST",
                "http.response.status_code", "200",
                "http.route", "/api/conversations/{id}/turns",
                "colloquy.face", "app"));
    assertThat(attributes(call))
        .containsOnlyKeys(
            "gen_ai.operation.name",
            "gen_ai.provider.name",
            "gen_ai.request.model",
            "gen_ai.usage.input_tokens",
            "gen_ai.usage.output_tokens");
    assertThat(String.join("", posted)).contains("1.2.3").doesNotContain("nobody shall see");
  }

  @Test
  void beginsATraceOfItsOwnWhereNobodyBeganOneAndForEachRequest() throws IOException {
    traces.begun(_ -> Optional.empty());
    answer(200);
    traces.begun(_ -> Optional.of("not a parent"));
    traces.answered(new Answered("none", "GET", "", 404, MOMENT));

    var spans = spans();
    assertThat(spans).containsOnlyKeys("POST /api/conversations/{id}/turns", "GET");
    assertThat(spans.values())
        .allSatisfy(span -> assertThat(span.has("parentSpanId")).isFalse())
        .extracting(span -> span.path("traceId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void marksWhatFailed() throws IOException {
    ChatModel broken =
        (_, _, _) -> {
          throw new ProblemException(
              new org.colloquy.model.Problem.Unavailable("sk-secret is no key"));
        };
    traces.begun(_ -> Optional.empty());
    var model = watched(broken);
    assertThatThrownBy(() -> ask(model)).isInstanceOf(ProblemException.class);
    answer(500);

    assertThat(spans().values())
        .allSatisfy(span -> assertThat(span.at("/status/code").asInt()).isEqualTo(2));
    assertThat(String.join("", posted)).doesNotContain("sk-secret");
  }
}
