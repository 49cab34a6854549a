package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// Reads messages and the lines of a turn out of the server's JSON.
final class WireMessages {
  /// The server tells one's own memories only, so it does not say whose they are.
  private static final AccountId MINE = new AccountId(new UUID(0, 0));

  private WireMessages() {}

  /// @param recalled what is known of memories in this conversation
  /// @param sources what is known of sources in it
  /// @param files those of it
  static Branch branch(
      ConversationId conversation,
      JsonNode node,
      JsonNode recalled,
      List<AnswerSources> sources,
      List<FileEntry> files) {
    var messages = messages(conversation, node);
    return new Branch(
        messages,
        turnOrNull(node),
        recalled(recalled),
        sources.stream().collect(Collectors.toMap(AnswerSources::answer, Function.identity())),
        WireFiles.byQuestion(messages, files));
  }

  static List<BranchMessage> messages(ConversationId conversation, JsonNode node) {
    return Wire.list(node, "messages", each -> message(conversation, each));
  }

  private static Map<MessageId, List<String>> recalled(JsonNode node) {
    var recalled = new HashMap<MessageId, List<String>>();
    node.path("recalled")
        .forEach(answer ->
            recalled.put(
                new MessageId(Wire.id(answer, "message")),
                Wire.list(answer, "memories", memory -> Wire.text(memory, "text"))));
    return recalled;
  }

  private static Memory memory(JsonNode node) {
    return new Memory(
        new MemoryId(Wire.id(node, "id")),
        node.path("number").asLong(),
        MINE,
        null,
        Wire.text(node, "text"),
        Wire.time(node, "createdAt"),
        Wire.time(node, "changedAt"));
  }

  static @Nullable TurnId turnOrNull(JsonNode node) {
    var id = Wire.idOrNull(node, "runningTurn");
    return id == null ? null : new TurnId(id);
  }

  private static BranchMessage message(ConversationId conversation, JsonNode node) {
    var parent = Wire.idOrNull(node, "parent");
    var message =
        new Message(
            new MessageId(Wire.id(node, "id")),
            node.path("number").asLong(),
            conversation,
            parent == null ? null : new MessageId(parent),
            Wire.constant(Role.class, Wire.text(node, "role"), Role.SYSTEM),
            Wire.text(node, "content"),
            Wire.text(node, "reasoning"),
            Wire.constant(MessageState.class, Wire.text(node, "state"), MessageState.COMPLETE),
            Wire.time(node, "createdAt"),
            usedModel(node.path("model")),
            usage(node.path("usage")),
            Wire.list(node, "toolCalls", WireMessages::toolCall),
            Wire.textOrNull(node, "answersCall"),
            Wire.textOrNull(node, "failure"));
    return new BranchMessage(message, siblings(node), Wire.textOrNull(node, "askedBy"));
  }

  private static List<MessageId> siblings(JsonNode node) {
    return Wire.list(node, "siblings", id -> new MessageId(Wire.uuid(id.asText(""))));
  }

  static @Nullable ModelUsed usedModel(JsonNode node) {
    return node.isObject()
        ? new ModelUsed(Wire.text(node, "provider"), Wire.text(node, "model"))
        : null;
  }

  static Usage usage(JsonNode node) {
    return new Usage(
        node.path("input").asInt(),
        node.path("output").asInt(),
        node.path("cached").asInt(),
        node.path("cacheWritten").asInt(),
        node.path("reasoning").asInt());
  }

  private static ToolCall toolCall(JsonNode node) {
    return new ToolCall(
        Wire.text(node, "id"), Wire.text(node, "tool"), Wire.text(node, "arguments"));
  }

  /// One line of a turn; empty for an event that this program does not know yet.
  static Optional<TurnLine> turnLine(ConversationId conversation, JsonNode node) {
    var at = node.path("at").asLong();
    if (Wire.text(node, "event").equals("saved")) {
      var saved = message(conversation, node.path("message"));
      return Optional.of(
          new TurnLine(
              new TurnEvent.MessageSaved(saved.message()), saved.siblings(), saved.askedBy(), at));
    }
    return event(node).map(event -> new TurnLine(event, List.of(), null, at));
  }

  private static Optional<TurnEvent> event(JsonNode node) {
    return switch (Wire.text(node, "event")) {
      case "text" -> Optional.of(new TurnEvent.TextDelta(Wire.text(node, "text")));
      case "reasoning" -> Optional.of(new TurnEvent.ReasoningDelta(Wire.text(node, "text")));
      case "tool-called" ->
          Optional.of(
              new TurnEvent.ToolCalled(
                  Wire.text(node, "call"), Wire.text(node, "tool"), Wire.text(node, "arguments")));
      case "approval-wanted" ->
          Optional.of(
              new TurnEvent.ApprovalWanted(
                  Wire.text(node, "call"), Wire.text(node, "tool"), Wire.text(node, "arguments")));
      case "approval-given" ->
          Optional.of(
              new TurnEvent.ApprovalGiven(Wire.text(node, "call"), node.path("allow").asBoolean()));
      case "recalled" ->
          Optional.of(
              new TurnEvent.Recalled(
                  new MessageId(Wire.id(node, "message")),
                  Wire.list(node, "memories", WireMessages::memory)));
      case "sourced" ->
          Optional.of(
              new TurnEvent.Sourced(
                  new MessageId(Wire.id(node, "message")),
                  Wire.list(node, "passages", WireSources::passage)));
      case "cited" ->
          Optional.of(
              new TurnEvent.Cited(
                  new MessageId(Wire.id(node, "message")),
                  Wire.list(node, "citations", WireSources::citation)));
      case "noted" -> Optional.of(new TurnEvent.Noted(Wire.text(node, "sentence")));
      case "tool-returned" ->
          Optional.of(
              new TurnEvent.ToolReturned(Wire.text(node, "call"), Wire.text(node, "result")));
      case "finished" ->
          Optional.of(
              new TurnEvent.Finished(
                  usage(node.path("usage")), reason(Wire.text(node, "reason")), ""));
      case "cancelled" -> Optional.of(new TurnEvent.Cancelled());
      case "failed" -> Optional.of(new TurnEvent.Failed(WireProblems.read(node.path("problem"))));
      default -> Optional.empty();
    };
  }

  /// A reason that this program does not know yet is none.
  private static StopReason reason(String word) {
    return Arrays.stream(StopReason.values())
        .filter(reason -> reason.name().equalsIgnoreCase(word.replace('-', '_')))
        .findFirst()
        .orElse(StopReason.UNKNOWN);
  }
}
