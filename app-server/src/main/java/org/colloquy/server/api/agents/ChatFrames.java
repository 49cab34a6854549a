package org.colloquy.server.api.agents;

import java.util.Optional;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.turn.TurnSink;
import org.colloquy.server.http.Json;

/// What is said over a WebSocket, each frame one JSON object with the spaces that Python puts in.
final class ChatFrames {
  private ChatFrames() {}

  /// A turn's event; empty for one that is not told. A model's part ends when its message is saved,
  /// which is several times in a turn with tools.
  static Optional<String> of(TurnEvent event) {
    return switch (event) {
      case TurnEvent.TextDelta(var text) -> Optional.of(frame("on_chat_model_stream", text));
      case TurnEvent.MessageSaved(var message) ->
          isModelsEnd(message) ? Optional.of(frame("on_chat_model_end", "")) : Optional.empty();
      case TurnEvent.ToolCalled(_, var tool, var arguments) ->
          Optional.of(log("Tool " + tool + " is called with " + arguments));
      case TurnEvent.ToolReturned(_, var result) -> Optional.of(log("Tool result: " + result));
      case TurnEvent.Noted(var sentence) -> Optional.of(log(sentence));
      case TurnEvent.Cancelled _ -> Optional.of(log(Sentences.of(TurnSink.STOPPED)));
      case TurnEvent.Failed(var problem) -> Optional.of(log(Sentences.of(problem)));
      case TurnEvent.ReasoningDelta _,
          TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.Finished _ ->
          Optional.empty();
    };
  }

  /// A line about how the answer comes about.
  static String log(String sentence) {
    return frame("log", sentence);
  }

  /// The end of an answer on a socket that stays open.
  static String done() {
    return frame("done", "");
  }

  private static boolean isModelsEnd(Message message) {
    return message.role() == Role.ASSISTANT && message.state() == MessageState.COMPLETE;
  }

  private static String frame(String type, String content) {
    return "{\"event_type\": \"" + type + "\", \"content\": " + Json.text(content) + "}";
  }
}
