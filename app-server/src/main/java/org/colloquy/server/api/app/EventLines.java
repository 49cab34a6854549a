package org.colloquy.server.api.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.http.NdjsonSink;
import org.jspecify.annotations.Nullable;

/// Turn events in the words of this API.
final class EventLines implements NdjsonSink.EventWriter {
  private static final SerializableString EVENT = new SerializedString("event");
  private static final SerializableString TEXT = new SerializedString("text");
  private static final SerializableString REASONING = new SerializedString("reasoning");
  private static final SerializableString AT = new SerializedString("at");

  private final Function<Message, List<MessageId>> siblings;
  private final Function<Message, Optional<String>> askers;

  /// @param siblings all messages at the place of a message
  /// @param askers who asked a question in somebody else's conversation
  EventLines(
      Function<Message, List<MessageId>> siblings, Function<Message, Optional<String>> askers) {
    this.siblings = siblings;
    this.askers = askers;
  }

  @Override
  public void write(JsonGenerator line, TurnEvent event, long position) throws IOException {
    line.writeStartObject();
    switch (event) {
      case TurnEvent.TextDelta(var text) -> said(line, TEXT, text);
      case TurnEvent.ReasoningDelta(var text) -> said(line, REASONING, text);
      case TurnEvent.ToolCalled call -> called(line, call);
      case TurnEvent.ApprovalWanted wanted -> wanted(line, wanted);
      case TurnEvent.ApprovalGiven(var call, var allow) -> {
        line.writeStringField("event", "approval-given");
        line.writeStringField("call", call);
        line.writeBooleanField("allow", allow);
      }
      case TurnEvent.ToolReturned returned -> returned(line, returned);
      case TurnEvent.Noted(var sentence) -> {
        line.writeStringField("event", "noted");
        line.writeStringField("sentence", sentence);
      }
      case TurnEvent.Recalled(var answer, var memories) -> {
        line.writeStringField("event", "recalled");
        line.writeStringField("message", answer.toString());
        line.writePOJOField(
            "memories", memories.stream().map(MemoryRoutes.MemoryJson::of).toList());
      }
      case TurnEvent.Sourced(var answer, var passages) -> {
        line.writeStringField("event", "sourced");
        line.writeStringField("message", answer.toString());
        line.writePOJOField("passages", SourceJson.passages(passages));
      }
      case TurnEvent.Cited(var answer, var citations) -> {
        line.writeStringField("event", "cited");
        line.writeStringField("message", answer.toString());
        line.writePOJOField("citations", SourceJson.citations(citations));
      }
      case TurnEvent.MessageSaved(var message) -> {
        line.writeStringField("event", "saved");
        line.writePOJOField(
            "message", MessageJson.of(message, siblings.apply(message), askedBy(message)));
      }
      case TurnEvent.Finished(var usage, var reason, _) -> {
        line.writeStringField("event", "finished");
        line.writePOJOField("usage", usage);
        line.writeStringField("reason", AppJson.word(reason));
      }
      case TurnEvent.Cancelled() -> line.writeStringField("event", "cancelled");
      case TurnEvent.Failed(var problem) -> {
        line.writeStringField("event", "failed");
        line.writePOJOField("problem", AppProblems.body(problem));
      }
    }
    line.writeFieldName(AT);
    line.writeNumber(position);
    line.writeEndObject();
  }

  private @Nullable String askedBy(Message message) {
    return message.role() == Role.USER ? askers.apply(message).orElse(null) : null;
  }

  private static void said(JsonGenerator line, SerializableString event, String text)
      throws IOException {
    line.writeFieldName(EVENT);
    line.writeString(event);
    line.writeFieldName(TEXT);
    line.writeString(text);
  }

  private static void called(JsonGenerator line, TurnEvent.ToolCalled call) throws IOException {
    line.writeStringField("event", "tool-called");
    line.writeStringField("call", call.callId());
    line.writeStringField("tool", call.tool());
    line.writeStringField("arguments", call.arguments());
  }

  private static void wanted(JsonGenerator line, TurnEvent.ApprovalWanted wanted)
      throws IOException {
    line.writeStringField("event", "approval-wanted");
    line.writeStringField("call", wanted.callId());
    line.writeStringField("tool", wanted.tool());
    line.writeStringField("arguments", wanted.arguments());
  }

  private static void returned(JsonGenerator line, TurnEvent.ToolReturned returned)
      throws IOException {
    line.writeStringField("event", "tool-returned");
    line.writeStringField("call", returned.callId());
    line.writeStringField("result", returned.result());
  }
}
