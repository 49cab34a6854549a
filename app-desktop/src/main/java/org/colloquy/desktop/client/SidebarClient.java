package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server to keep conversations in order. Blocks and fails as
/// [ApiClient] does.
public final class SidebarClient {
  /// A question, and an answer for which tools were called a few times.
  private static final int GLANCED = 12;

  private final HttpCalls calls;

  public SidebarClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Those in the archive, last touched first.
  public List<ConversationEntry> archived() {
    return WireConversations.list(calls.get("/api/conversations?archived=on"));
  }

  public ConversationEntry pin(ConversationId id, boolean pinned) {
    return change(id, Wire.object().put("pinned", pinned));
  }

  public ConversationEntry archive(ConversationId id, boolean archived) {
    return change(id, Wire.object().put("archived", archived));
  }

  public ConversationEntry mark(ConversationId id, boolean unread) {
    return change(id, Wire.object().put("unread", unread));
  }

  /// Gives it these tags and no others.
  public ConversationEntry tag(ConversationId id, List<String> tags) {
    var body = Wire.object();
    tags.forEach(body.putArray("tags")::add);
    return change(id, body);
  }

  /// Puts it into a folder.
  ///
  /// @param folder null to take it out of the one it is in
  public ConversationEntry move(ConversationId id, @Nullable UUID folder) {
    return change(id, Wire.object().put("folder", folder == null ? null : folder.toString()));
  }

  private ConversationEntry change(ConversationId id, ObjectNode body) {
    return WireConversations.conversation(calls.patch("/api/conversations/" + id, body));
  }

  /// What was said last in it.
  public Glance glance(ConversationId id) {
    var path = "/api/conversations/" + id + "/messages?limit=" + GLANCED;
    return Glance.of(
        WireMessages.messages(id, calls.get(path)).stream().map(BranchMessage::message).toList());
  }

  /// Oldest first.
  public List<FolderEntry> folders() {
    return Wire.list(calls.get("/api/folders"), "folders", WireConversations::folder);
  }

  public FolderEntry addFolder(String name) {
    return WireConversations.folder(calls.post("/api/folders", Wire.object().put("name", name)));
  }

  public FolderEntry renameFolder(UUID id, String name) {
    var body = Wire.object().put("name", name);
    return WireConversations.folder(calls.patch("/api/folders/" + id, body));
  }

  /// Removes a folder; its conversations are in none then.
  public void removeFolder(UUID id) {
    calls.delete("/api/folders/" + id);
  }
}
