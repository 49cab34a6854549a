package org.colloquy.server.api.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.turn.ToolRunner;

/// What the prompt API sends. The order of fields is its own for each kind of message.
final class PromptJson {
  private PromptJson() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record TurnJson(UUID conversationId, List<MessageJson> newMessages) {
    static TurnJson of(ConversationId id, List<Message> turn) {
      var said = turn.stream().filter(message -> message.role() != Role.USER).toList();
      return new TurnJson(id.value(), messages(said));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ConversationJson(UUID conversationId, List<MessageJson> messages) {
    static ConversationJson of(ConversationThread thread) {
      return new ConversationJson(
          thread.conversation().id().value(), PromptJson.messages(thread.messages()));
    }
  }

  /// One message.
  sealed interface MessageJson {}

  /// What the person said, or the instructions.
  record SaidJson(String role, String content) implements MessageJson {}

  /// An answer that wants tools called.
  @JsonNaming(SnakeCaseStrategy.class)
  record CallingJson(
      String role,
      List<CallJson> toolCalls,
      String content,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String reasoning)
      implements MessageJson {}

  record CallJson(String id, FunctionJson function, String type) {
    static CallJson of(ToolCall call) {
      return new CallJson(call.id(), new FunctionJson(call.arguments(), call.tool()), "function");
    }
  }

  record FunctionJson(String arguments, String name) {}

  /// What a tool returned.
  @JsonNaming(SnakeCaseStrategy.class)
  record ResultJson(String role, String name, String content, String toolCallId)
      implements MessageJson {}

  /// An answer in words.
  record AnswerJson(
      String content, String role, @JsonInclude(JsonInclude.Include.NON_EMPTY) String reasoning)
      implements MessageJson {}

  /// A tool's result is named after the call before it.
  private static List<MessageJson> messages(List<Message> messages) {
    var tools = new HashMap<String, String>();
    var shown = new ArrayList<MessageJson>();
    for (var message : messages) {
      message.toolCalls().forEach(call -> tools.put(call.id(), call.tool()));
      if (message.state() != MessageState.GROWING) {
        shown.add(
            switch (message.role()) {
              case SYSTEM -> new SaidJson("system", message.content());
              case USER -> new SaidJson("user", message.content());
              case ASSISTANT -> answer(message);
              case TOOL -> {
                var call = message.answersCall() == null ? "" : message.answersCall();
                var tool = tools.getOrDefault(call, "");
                yield new ResultJson("tool", tool, promised(message.content()), call);
              }
            });
      }
    }
    return shown;
  }

  /// Clients of this API know one sentence for a call that is none, and nothing after it.
  private static String promised(String result) {
    return result.startsWith(ToolRunner.INVALID) ? ToolRunner.INVALID : result;
  }

  private static MessageJson answer(Message message) {
    var reasoning =
        message.reasoning().isEmpty() ? "" : "<think>\n" + message.reasoning() + "</think>\n\n";
    var content = whole(message.content());
    if (message.toolCalls().isEmpty()) {
      return new AnswerJson(content, "assistant", reasoning);
    }
    var calls = message.toolCalls().stream().map(CallJson::of).toList();
    return new CallingJson("assistant", calls, content, reasoning);
  }

  /// Some models end thoughts that they never began. Clients of this API look for both marks.
  private static String whole(String content) {
    boolean halved = content.contains("</think>") && !content.startsWith("<think>");
    return halved ? "<think>\n" + content : content;
  }
}
