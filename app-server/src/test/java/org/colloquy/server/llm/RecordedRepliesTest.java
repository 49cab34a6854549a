package org.colloquy.server.llm;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Answers as providers send them, and what is sent back: files beside this test, one pair for each
/// language. In all of them a model thinks, says something and calls a tool twice.
class RecordedRepliesTest extends AdapterCase {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MODEL = "gemini-3-scripted";
  private static final Prompt.Line SYSTEM = new Prompt.Line(Role.SYSTEM, "Be brief.");
  private static final Prompt.Line QUESTION =
      new Prompt.Line(
          Role.USER,
          "What is the weather there?",
          List.of(),
          null,
          List.of(new Prompt.Picture("image/png", "iVBORw0KGgo=")));
  private static final List<Prompt.ToolOffer> TOOLS =
      List.of(new Prompt.ToolOffer("weather", "Tells the weather.", "{\"type\":\"object\"}"));

  @ParameterizedTest
  @EnumSource
  void areReadAndAnswered(Tongue tongue) throws IOException {
    streams(recorded(tongue));
    streams(tongue.says("Cold", "."));
    var model = model(tongue);

    var first = model.stream(asking(List.of(SYSTEM, QUESTION)), heard, cancellation);

    assertThat(heard.thoughts()).containsExactly("Two cities, ", "two calls.");
    assertThat(heard.words()).containsExactly("One", " moment.");
    assertThat(first.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
    assertThat(first.usage()).isEqualTo(toldBy(tongue));
    assertThat(first.fingerprint()).isEqualTo(tongue == Tongue.CHAT ? "fp_07871e2ad8" : "");
    assertThat(first.toolCalls()).extracting(ToolCall::tool).containsExactly("weather", "weather");
    assertThat(first.toolCalls())
        .extracting(call -> JSON.readTree(call.arguments()).path("city").asText())
        .containsExactly("Helsinki", "Tromsø");
    assertThat(first.toolCalls()).extracting(ToolCall::id).doesNotHaveDuplicates();

    model.stream(asking(answered(first)), heard, cancellation);

    assertThat(heard.words()).endsWith("Cold", ".");
    assertThat(sent(1)).isEqualTo(expected(tongue, first));
  }

  private static Usage toldBy(Tongue tongue) {
    return switch (tongue) {
      case CHAT, RESPONSES, GEMINI -> new Usage(61, 42, 40, 0, 8);
      case ANTHROPIC -> new Usage(61, 42, 40, 10, 0);
      case OLLAMA -> new Usage(61, 42);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT, /chat/completions, text/event-stream",
    "RESPONSES, /responses, text/event-stream",
    "ANTHROPIC, /messages, text/event-stream",
    "GEMINI, /models/scripted:streamGenerateContent?alt=sse, text/event-stream",
    "OLLAMA, /chat, application/x-ndjson"
  })
  void areAskedForAtTheRightPlace(Tongue tongue, String path, String accept) {
    streams(tongue.says("ok"));

    ask(tongue);

    var request = provider.requests().getFirst();
    assertThat(request.head()).startsWith("POST /v1" + path + " HTTP/1.1\r\n");
    assertThat(request.has("Accept: " + accept)).isTrue();
    assertThat(request.has("Content-Type: application/json")).isTrue();
    assertThat(request.has(keyHeader(tongue))).isTrue();
    assertThat(request.has("anthropic-version: 2023-06-01")).isEqualTo(tongue == Tongue.ANTHROPIC);
  }

  @ParameterizedTest
  @EnumSource
  void sayNothingOfWhatNobodySet(Tongue tongue) throws IOException {
    streams(tongue.says("ok"));

    ask(tongue);

    assertThat(provider.requests().getFirst().body())
        .doesNotContain("temperature", "top", "seed", "stop", "format", "tool", "\"options\"");
  }

  @ParameterizedTest
  @EnumSource
  void areAskedForWithoutPicturesByModelsThatCannotSee(Tongue tongue) {
    provider.answers(400, tongue.refusal("This model does not support image input."));
    streams(tongue.says("I cannot see it."));

    model(tongue).stream(asking(List.of(QUESTION)), heard, cancellation);

    assertThat(heard.all()).isEqualTo("I cannot see it.");
    assertThat(provider.requests().get(0).body()).contains("iVBORw0KGgo=");
    assertThat(provider.requests().get(1).body())
        .doesNotContain("iVBORw0KGgo=")
        .contains("What is the weather there?", "you cannot see pictures");
  }

  @Test
  void areAskedForWithTheNameOfTheLimitThatTheModelWants() throws IOException {
    provider.answers(
        400,
        ProviderJson.error(
            "Unsupported parameter: 'max_tokens' is not supported"
                + " with this model. Use 'max_completion_tokens' instead."));
    streams(Tongue.CHAT.says("ok"));

    model(Tongue.CHAT).stream(limited("new-model"), heard, cancellation);

    assertThat(sent(0).has("max_tokens")).isTrue();
    assertThat(sent(1).has("max_tokens")).isFalse();
    assertThat(sent(1).path("max_completion_tokens").asInt()).isEqualTo(100);
  }

  @Test
  void areAskedForWithTheOldNameWhenTheServerDoesNotKnowTheNew() throws IOException {
    provider.answers(400, ProviderJson.error("Unrecognized argument: max_completion_tokens"));
    streams(Tongue.CHAT.says("ok"));

    model(Tongue.CHAT).stream(limited("o4-mini"), heard, cancellation);

    assertThat(sent(0).path("max_completion_tokens").asInt()).isEqualTo(100);
    assertThat(sent(1).path("max_tokens").asInt()).isEqualTo(100);
  }

  @Test
  void areAskedForWithAsManyTokensAsTheModelMayWrite() throws IOException {
    provider.answers(
        400,
        Tongue.ANTHROPIC.refusal(
            "max_tokens: 32000 > 8192, which is the maximum allowed number of output tokens"));
    streams(Tongue.ANTHROPIC.says("ok"));

    var model = model(Tongue.ANTHROPIC);
    model.stream(PROMPT, heard, cancellation);
    model.stream(PROMPT, heard, cancellation);

    assertThat(sent(0).path("max_tokens").asInt()).isEqualTo(32_000);
    assertThat(sent(1).path("max_tokens").asInt()).isEqualTo(8192);
    assertThat(sent(2).path("max_tokens").asInt()).isEqualTo(8192);
  }

  @Test
  void areAskedForWithoutThoughtsThatAModelDoesNotHave() throws IOException {
    provider.answers(400, Tongue.GEMINI.refusal("Thinking is not enabled for this model"));
    streams(Tongue.GEMINI.says("ok"));
    provider.answers(400, Tongue.RESPONSES.refusal("Unsupported parameter: 'reasoning.summary'"));
    streams(Tongue.RESPONSES.says("ok"));

    model(Tongue.GEMINI).stream(limited("gemini-2.5-flash"), heard, cancellation);
    model(Tongue.RESPONSES).stream(limited("o4-mini"), heard, cancellation);

    assertThat(sent(0).at("/generationConfig/thinkingConfig/includeThoughts").asBoolean()).isTrue();
    assertThat(sent(1).at("/generationConfig/thinkingConfig").isMissingNode()).isTrue();
    assertThat(sent(2).at("/reasoning/summary").asText()).isEqualTo("auto");
    assertThat(sent(2).at("/include/0").asText()).isEqualTo("reasoning.encrypted_content");
    assertThat(sent(3).has("reasoning")).isFalse();
  }

  @Test
  void ofOtherRunsAreNotSignedAndSaySo() throws IOException {
    streams(Tongue.GEMINI.says("ok"));
    var call = new ToolCall("x", "weather", "not json");

    model(Tongue.GEMINI).stream(
        asking(
            List.of(
                QUESTION,
                new Prompt.Line(Role.ASSISTANT, "", List.of(call), null),
                new Prompt.Line(Role.TOOL, "?", List.of(), "x"))),
        heard,
        cancellation);

    var part = sent(0).at("/contents/1/parts/0");
    assertThat(part.path("thoughtSignature").asText())
        .isEqualTo("skip_thought_signature_validator");
    assertThat(part.at("/functionCall/args/unreadable").asText()).isEqualTo("not json");
  }

  @Test
  void thatAreHeldBackAreNotWhole() {
    streams(Tongue.GEMINI.framed("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"));

    assertThat(ask(Tongue.GEMINI).stopReason()).isEqualTo(StopReason.FILTERED);
  }

  private static String keyHeader(Tongue tongue) {
    return switch (tongue) {
      case CHAT, RESPONSES, OLLAMA -> "Authorization: Bearer " + KEY;
      case ANTHROPIC -> "x-api-key: " + KEY;
      case GEMINI -> "x-goog-api-key: " + KEY;
    };
  }

  private static Prompt limited(String model) {
    return new Prompt(
        model,
        List.of(new Prompt.Line(Role.USER, "hello")),
        List.of(),
        new Prompt.ToolChoice.Free(),
        new ModelParameters(null, null, null, 100, List.of(), null));
  }

  private static Prompt asking(List<Prompt.Line> lines) {
    return new Prompt(
        MODEL,
        lines,
        TOOLS,
        new Prompt.ToolChoice.This("weather"),
        new ModelParameters(
            1.5,
            0.9,
            7L,
            100,
            List.of("END"),
            new ResponseFormat.JsonSchema("report", "{\"type\":\"object\"}")));
  }

  private static List<Prompt.Line> answered(Reply first) {
    var calls = first.toolCalls();
    return List.of(
        SYSTEM,
        QUESTION,
        new Prompt.Line(Role.ASSISTANT, "One moment.", calls, null),
        new Prompt.Line(Role.TOOL, "4 °C", List.of(), calls.get(0).id()),
        new Prompt.Line(Role.TOOL, "-7 °C", List.of(), calls.get(1).id()));
  }

  private JsonNode sent(int request) throws IOException {
    return JSON.readTree(provider.requests().get(request).body());
  }

  private static JsonNode expected(Tongue tongue, Reply first) throws IOException {
    var calls = first.toolCalls();
    var text =
        file(tongue, "request.json")
            .replace("CALL_A", calls.get(0).id())
            .replace("CALL_B", calls.get(1).id());
    return JSON.readTree(text);
  }

  /// The first line says what it is.
  static String recorded(Tongue tongue) throws IOException {
    return file(tongue, "stream").lines().skip(1).collect(joining("\n", "", "\n"));
  }

  private static String file(Tongue tongue, String what) throws IOException {
    var name = tongue.name().toLowerCase(Locale.ROOT) + "." + what;
    try (var in = RecordedRepliesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
