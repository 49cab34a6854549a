package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.Message;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.llm.ProviderJson;
import org.junit.jupiter.api.Test;

/// A turn with tools, from the person to the provider's bytes and back.
class OpenAiToolRoundTest extends ChatModelCase {
  private static final Agent AGENT =
      new Agent(0, "Tester", "", "", List.of("create_memory", "recall_memory"));
  private static final String OFFERS =
      """
      [{"type":"function","function":{"name":"create_memory",
         "description":"Remembers something for later conversations, when the user asks for it.",
         "parameters":{"type":"object","properties":{"memory_text":{"type":"string",
           "description":"What to remember, as one sentence."}},
           "required":["memory_text"],"additionalProperties":false}}},
       {"type":"function","function":{"name":"recall_memory",
         "description":"Recalls memories that fit a query: facts about the user, and whatever else was remembered in earlier conversations.",
         "parameters":{"type":"object","properties":{
           "query":{"type":"string","description":"What to look for in the memories."},
           "n_docs":{"type":"integer",
             "description":"How many memories to recall; 1 if left out."}},
           "required":["query"],"additionalProperties":false}}}]\
      """;

  @Test
  void sendsTheResultsInTheOrderOfTheCalls() throws JsonProcessingException {
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(ProviderJson.delta("Moment"));
      connection.event(call(0, "call_1", "create_memory", "{\\\"memory_text\\\":"));
      connection.event(call(1, "call_2", "recall_memory", "{\\\"query\\\":\\\"apple\\\"}"));
      connection.event(more(0, "\\\"likes gala apples\\\"}"));
      connection.event(ProviderJson.stop("tool_calls"));
      connection.event(ProviderJson.usage(11, 5));
      connection.event("[DONE]");
      connection.endStream();
    });
    provider.says("Gala", ".");
    try (var test = TestCore.with(model(Secret.of(KEY)))) {
      var sink = new RecordingSink();
      var conversation = test.core().conversations().create(test.owner(), "");

      test.core()
          .turns()
          .run(
              test.owner(),
              new TurnRequest(
                      conversation.id(),
                      new Question.Said("I like gala. Which apple do I like?", null),
                      new ModelChoice.Usual(),
                      WhenReaderLeaves.STOP)
                  .by(AGENT),
              sink);

      assertThat(sink.text()).isEqualTo("MomentGala.");
      assertThat(sink.ends()).containsExactly(new TurnEvent.Finished(new Usage(18, 7)));
      assertThat(test.core().conversations().thread(test.owner(), conversation.id()).messages())
          .extracting(Message::content)
          .containsExactly(
              "I like gala. Which apple do I like?",
              "Moment",
              "New memory file created and indexed at: memory_1",
              "[\n  \"likes gala apples\"\n]",
              "Gala.");
    }
    assertThat(provider.requests()).hasSize(2);
    assertThat(body(0).get("messages"))
        .isEqualTo(
            json("[{\"role\":\"user\",\"content\":\"I like gala. Which apple do I like?\"}]"));
    assertThat(body(0).get("tools")).isEqualTo(json(OFFERS));
    assertThat(body(1).get("tools")).isEqualTo(json(OFFERS));
    assertThat(body(1).get("messages"))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":"I like gala. Which apple do I like?"},
                 {"role":"assistant","content":"Moment","tool_calls":[
                   {"id":"call_1","type":"function","function":{"name":"create_memory",
                     "arguments":"{\\"memory_text\\":\\"likes gala apples\\"}"}},
                   {"id":"call_2","type":"function","function":{"name":"recall_memory",
                     "arguments":"{\\"query\\":\\"apple\\"}"}}]},
                 {"role":"tool","tool_call_id":"call_1",
                   "content":"New memory file created and indexed at: memory_1"},
                 {"role":"tool","tool_call_id":"call_2",
                   "content":"[\\n  \\"likes gala apples\\"\\n]"}]\
                """));
  }

  private JsonNode body(int request) throws JsonProcessingException {
    return json(provider.requests().get(request).body());
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new JsonMapper().readTree(text);
  }

  private static String call(int index, String id, String tool, String arguments) {
    return ProviderJson.inDelta(
        "\"tool_calls\":[{\"index\":%d,\"id\":\"%s\",\"type\":\"function\",\"function\":{\"name\":\"%s\",\"arguments\":\"%s\"}}]"
            .formatted(index, id, tool, arguments));
  }

  private static String more(int index, String arguments) {
    return ProviderJson.inDelta(
        "\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":\"%s\"}}]"
            .formatted(index, arguments));
  }
}
