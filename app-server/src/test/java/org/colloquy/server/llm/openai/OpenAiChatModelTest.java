package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.llm.ProviderJson;
import org.colloquy.server.llm.ScriptedProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatModelTest extends ChatModelCase {

  @Test
  void passesEveryWordOnAndTellsTheUsage() {
    provider.says("Hello", " ", "world", " 👩‍🔬 مرحبا");

    var reply = ask();

    assertThat(heard.words()).containsExactly("Hello", " ", "world", " 👩‍🔬 مرحبا");
    assertThat(reply.usage()).isEqualTo(new Usage(7, 4));
    assertThat(reply.stopReason()).isEqualTo(StopReason.STOP);
    assertThat(reply.toolCalls()).isEmpty();
  }

  @Test
  void writesTheWholeTalkAndTheTools() throws Exception {
    provider.says("ok");
    var call = new ToolCall("c7", "clock", "{\"zone\":\"UTC\"}");
    ask(
        new Prompt(
            "m\"1",
            List.of(
                new Prompt.Line(Role.SYSTEM, "Be brief"),
                new Prompt.Line(Role.USER, "What time is it? 🕰 half: \uD83D."),
                new Prompt.Line(Role.ASSISTANT, "", List.of(call), null),
                new Prompt.Line(Role.TOOL, "12:00", List.of(), "c7")),
            List.of(new Prompt.ToolOffer("clock", "Tells the time", "{\"type\":\"object\"}"))));

    var request = provider.requests().getFirst();
    assertThat(request.head()).startsWith("POST /v1/chat/completions HTTP/1.1\r\n");
    assertThat(request.has("Authorization: Bearer " + KEY)).isTrue();
    assertThat(request.has("Accept-Encoding: identity")).isTrue();
    assertThat(new JsonMapper().readTree(request.body()))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"model":"m\\"1","messages":[
                      {"role":"system","content":"Be brief"},
                      {"role":"user","content":"What time is it? 🕰 half: \uFFFD."},
                      {"role":"assistant","content":"","tool_calls":[{"id":"c7","type":"function",
                        "function":{"name":"clock","arguments":"{\\"zone\\":\\"UTC\\"}"}}]},
                      {"role":"tool","content":"12:00","tool_call_id":"c7"}],
                     "tools":[{"type":"function","function":{"name":"clock",
                       "description":"Tells the time","parameters":{"type":"object"}}}],
                     "stream":true,"stream_options":{"include_usage":true}}\
                    """));
  }

  @Test
  void sendsNoKeyWhenThereIsNone() {
    model(null).stream(PROMPT, heard, cancellation);

    assertThat(provider.requests().getFirst().head()).doesNotContainIgnoringCase("authorization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reasoning_content", "reasoning"})
  void tellsThoughtsFromWords(String field) {
    streams(
        ProviderJson.inDelta("\"" + field + "\":\"hm\",\"content\":null"),
        ProviderJson.delta("yes"),
        ProviderJson.stop("stop"));

    ask();

    assertThat(heard.thoughts()).containsExactly("hm");
    assertThat(heard.words()).containsExactly("yes");
  }

  @Test
  void doesNotSayAThoughtTwiceThatIsSentUnderTwoNames() {
    streams(
        ProviderJson.inDelta("\"reasoning\":\"hm\",\"reasoning_content\":\"hm\""),
        ProviderJson.stop("stop"));

    ask();

    assertThat(heard.thoughts()).containsExactly("hm");
  }

  @Test
  void putsParallelToolCallsTogetherFromFragments() {
    streams(
        calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"clock\",\"arguments\":\"\"}}"),
        calls("{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"map\",\"arguments\":\"{\"}}"),
        calls("{\"index\":0,\"function\":{\"arguments\":\"{\\\"z\\\":\"}}"),
        calls("{\"index\":1,\"function\":{\"arguments\":\"}\"}}"),
        calls("{\"index\":0,\"function\":{\"arguments\":\"1}\"}}"),
        ProviderJson.stop("tool_calls"));

    var reply = ask();

    assertThat(reply.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
    assertThat(reply.toolCalls())
        .containsExactly(new ToolCall("a", "clock", "{\"z\":1}"), new ToolCall("b", "map", "{}"));
  }

  @Test
  void tellsToolCallsApartThatShareAnIndexOrHaveNone() {
    streams(
        calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"x\",\"arguments\":\"{}\"}}"),
        calls("{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"y\",\"arguments\":\"{\"}}"),
        calls("{\"function\":{\"arguments\":\"}\"}}"),
        calls("{\"id\":\"c\",\"function\":{\"name\":\"z\"}}"),
        ProviderJson.stop("tool_calls"));

    assertThat(ask().toolCalls())
        .containsExactly(
            new ToolCall("a", "x", "{}"),
            new ToolCall("b", "y", "{}"),
            new ToolCall("c", "z", "{}"));
  }

  @Test
  void joinsAnEmojiThatWasCutBetweenTwoEvents() {
    streams(
        ProviderJson.inDelta("\"content\":\"a\\ud83d\""),
        ProviderJson.inDelta("\"content\":\"\\ude00b\""),
        ProviderJson.inDelta("\"content\":\"\\ud83d\""),
        ProviderJson.stop("stop"));

    ask();

    assertThat(heard.words()).containsExactly("a", "😀b", "\uFFFD");
  }

  @Test
  void readsAStreamThatIsCutAnywhere() {
    var stream =
        ("data: "
                + ProviderJson.delta("é漢👩‍🔬")
                + "\r\n\r\ndata:"
                + ProviderJson.stop("stop")
                + "\r\n\r\ndata: [DONE]\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < stream.length; cut++) {
      int at = cut;
      provider
          .forgets()
          .sends(connection -> {
            connection.beginStream();
            connection.chunk(Arrays.copyOfRange(stream, 0, at));
            connection.chunk(Arrays.copyOfRange(stream, at, stream.length));
            connection.endStream();
          });
      heard.words().clear();

      ask();

      assertThat(heard.all()).as("cut at %d", at).isEqualTo("é漢👩‍🔬");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsAllLineEndsAndSkipsWhatItDoesNotKnow(String end) {
    var lines =
        String.join(
            "\n",
            ": comment",
            "event: ping",
            "id: 7",
            "retry: 10",
            "unknown",
            "data:" + ProviderJson.delta("a"),
            "",
            "",
            "data: {\"type\":\"ping\"}",
            "",
            "data: {\"choices\":",
            "data: [{\"delta\":{\"content\":\"b\"}}]}",
            "",
            "data: " + ProviderJson.stop("stop"),
            "",
            "data:[DONE]",
            "",
            "");
    sendsBody(lines.replace("\n", end));

    ask();

    assertThat(heard.words()).containsExactly("a", "b");
  }

  @Test
  void takesAStreamWithoutItsEndMarkAsWholeWhenTheModelStopped() {
    sendsBody(
        "data: " + ProviderJson.delta("a") + "\n\ndata: " + ProviderJson.stop("length") + "\n\n");

    assertThat(ask().stopReason()).isEqualTo(StopReason.LENGTH);
    assertThat(heard.words()).containsExactly("a");
  }

  @Test
  void takesALongLine() {
    var longWord = "x".repeat(500_000);
    provider.says(longWord);

    ask();

    assertThat(heard.all()).isEqualTo(longWord);
  }

  @Test
  void takesAWholeReplyInsteadOfAStream() {
    provider.answers(
        200,
        """
        {"choices":[{"index":0,"message":{"role":"assistant","content":"whole","tool_calls":[
          {"id":"a","type":"function","function":{"name":"x","arguments":"{}"}},
          {"id":"b","type":"function","function":{"name":"x","arguments":"{}"}}]},
          "finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}\
        """);

    var reply = ask();

    assertThat(heard.words()).containsExactly("whole");
    assertThat(reply.usage()).isEqualTo(new Usage(3, 2));
    assertThat(reply.toolCalls()).hasSize(2);
  }

  @Test
  void takesTextInParts() {
    streams(
        ProviderJson.inDelta("\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"x\"}]"),
        ProviderJson.stop("stop"));

    ask();

    assertThat(heard.words()).containsExactly("a");
  }

  @Test
  void readsABodyThatEndsWithTheConnection() {
    provider.sends(connection -> {
      connection.raw(
          "HTTP/1.0 200 OK\r\n\r\ndata: "
              + ProviderJson.delta("a")
              + "\n\ndata: "
              + ProviderJson.stop("stop")
              + "\n\ndata: [DONE]\n\n");
      connection.close();
    });

    ask();

    assertThat(heard.words()).containsExactly("a");
  }

  @Test
  void skipsInterimAnswers() {
    provider.sends(connection -> {
      connection.raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n");
      connection.answer(200, "{\"choices\":[{\"message\":{\"content\":\"late\"}}]}");
    });

    ask();

    assertThat(heard.words()).containsExactly("late");
  }

  @Test
  void asksAgainWithoutUsageWhenTheServerDoesNotKnowThatWish() {
    provider
        .answers(400, ProviderJson.error("unknown field stream_options"))
        .answers(200, "{\"choices\":[{\"message\":{\"content\":\"fine\"}}]}");

    ask();

    assertThat(heard.words()).containsExactly("fine");
    assertThat(provider.requests()).hasSize(2);
    assertThat(provider.requests().get(0).body()).contains("stream_options");
    assertThat(provider.requests().get(1).body()).doesNotContain("stream_options");
  }

  @Test
  void letsTheListenersFailureThroughAndHangsUp() {
    provider.says("a", "b", "c");
    var failure = new IllegalStateException("the reader has gone");
    var listener =
        new ReplyListener() {
          @Override
          public void text(String text) {
            throw failure;
          }

          @Override
          public void reasoning(String text) {
            throw failure;
          }
        };

    assertThatThrownBy(() -> model(Secret.of(KEY)).stream(PROMPT, listener, cancellation))
        .isSameAs(failure);
    await().until(() -> provider.openConnections() == 0);
  }

  private void streams(String... events) {
    provider.sends(connection -> {
      connection.beginStream();
      for (var event : events) {
        connection.event(event);
      }
      connection.event("[DONE]");
      connection.endStream();
    });
  }

  private void sendsBody(String body) {
    ScriptedProvider.Script script =
        connection -> {
          connection.beginStream();
          connection.chunk(body.getBytes(StandardCharsets.UTF_8));
          connection.endStream();
        };
    provider.sends(script);
  }

  private static String calls(String call) {
    return ProviderJson.inDelta("\"tool_calls\":[" + call + "]");
  }
}
