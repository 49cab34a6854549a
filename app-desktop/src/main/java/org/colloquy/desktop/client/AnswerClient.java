package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server about how answers came about. Blocks and fails as [ApiClient]
/// does.
public final class AnswerClient {
  private final HttpCalls calls;

  public AnswerClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// All that the server tells of an answer.
  public AnswerDetail detail(ConversationId conversation, MessageId answer) {
    var node = calls.get("/api/conversations/" + conversation + "/answers/" + answer);
    var tokens = node.path("tokens");
    return new AnswerDetail(
        WireMessages.usedModel(node.path("model")),
        Wire.time(node, "askedAt"),
        times(node.path("times")),
        WireMessages.usage(tokens),
        tokens.path("estimated").asBoolean(),
        node.path("cost").isNumber() ? node.path("cost").asLong() : null,
        asked(node.path("asked")));
  }

  private static AnswerDetail.@Nullable Times times(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    var first = node.path("firstWord");
    var speed = node.path("tokensPerSecond");
    return new AnswerDetail.Times(
        first.isNumber() ? Duration.ofMillis(first.asLong()) : null,
        Duration.ofMillis(node.path("whole").asLong()),
        speed.isNumber() ? speed.asDouble() : null);
  }

  private static AnswerDetail.@Nullable Asked asked(JsonNode node) {
    return node.isObject()
        ? new AnswerDetail.Asked(
            Wire.textOrNull(node, "agent"), WireAgents.parameters(node.path("parameters")))
        : null;
  }
}
