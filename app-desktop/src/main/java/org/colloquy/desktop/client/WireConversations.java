package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.colloquy.model.ConversationId;

/// Reads conversations and folders out of the server's JSON.
final class WireConversations {
  private WireConversations() {}

  static List<ConversationEntry> list(JsonNode node) {
    return Wire.list(node, "conversations", WireConversations::conversation);
  }

  static ConversationEntry conversation(JsonNode node) {
    return new ConversationEntry(
        new ConversationId(Wire.id(node, "id")),
        Wire.text(node, "title"),
        node.path("messageCount").asInt(),
        Wire.time(node, "createdAt"),
        Wire.time(node, "updatedAt"),
        WireMessages.turnOrNull(node),
        Wire.idOrNull(node, "agent"),
        new ConversationPlace(
            node.path("pinned").asBoolean(),
            node.path("archived").asBoolean(),
            node.path("unread").asBoolean(),
            Wire.idOrNull(node, "folder"),
            Wire.list(node, "tags", JsonNode::asText)));
  }

  static FolderEntry folder(JsonNode node) {
    return new FolderEntry(Wire.id(node, "id"), Wire.text(node, "name"));
  }
}
