package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.colloquy.model.ConversationId;

/// What the desktop asks of a server about a conversation's files and what happened in it. Blocks
/// and fails as [ApiClient] does.
public final class FileClient {
  private final HttpCalls calls;

  public FileClient(ServerAddress address) {
    this.calls = new HttpCalls(address);
  }

  /// Oldest first.
  public List<FileEntry> files(ConversationId conversation) {
    return Wire.list(calls.get(of(conversation) + "/files"), "files", FileClient::file);
  }

  /// What happened, oldest first.
  public List<ActivityEntry> activity(ConversationId conversation) {
    return Wire.list(calls.get(of(conversation) + "/activity"), "activity", FileClient::line);
  }

  private static String of(ConversationId conversation) {
    return "/api/conversations/" + conversation;
  }

  private static FileEntry file(JsonNode node) {
    return new FileEntry(
        Wire.id(node, "id"),
        Wire.text(node, "name"),
        Wire.text(node, "mediaType"),
        node.path("size").asLong(-1),
        Wire.time(node, "createdAt"));
  }

  private static ActivityEntry line(JsonNode node) {
    return new ActivityEntry(
        node.path("number").asLong(),
        Wire.text(node, "kind"),
        Wire.text(node, "detail"),
        Wire.time(node, "at"));
  }
}
