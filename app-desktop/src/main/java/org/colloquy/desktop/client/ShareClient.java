package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;

/// What the desktop asks of a server about conversations that are shared. Blocks and fails as
/// [ApiClient] does.
public final class ShareClient {
  private static final String SHARED = "/api/shared-conversations";

  private final HttpCalls calls;

  public ShareClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// What others share, last touched first.
  public List<SharedEntry> shared() {
    return Wire.list(calls.get(SHARED), "conversations", ShareClient::sharedEntry);
  }

  /// How this one is now.
  public SharedEntry shared(ConversationId id) {
    return sharedEntry(calls.get(SHARED + "/" + id));
  }

  /// Says that one has seen all that was answered in it.
  public void seen(ConversationId id) {
    calls.put(SHARED + "/" + id + "/seen", Wire.object());
  }

  /// With whom one can share without knowing their username.
  public List<RecipientEntry> recipients() {
    return Wire.list(calls.get("/api/recipients"), "recipients", ShareClient::recipient);
  }

  /// With whom a conversation is shared, oldest first.
  public List<ShareEntry> shares(ConversationId id) {
    return Wire.list(calls.get(shares(id, "")), "shares", ShareClient::share);
  }

  /// Shares a conversation, or changes what somebody may do with it.
  ///
  /// @param writable whether they may also ask in it
  public ShareEntry share(ConversationId id, RecipientEntry with, boolean writable) {
    var wish = Wire.object().put("right", writable ? "write" : "read");
    if (with.account() != null) {
      wish.put("account", with.account().toString());
    } else if (with.group() != null) {
      wish.put("group", with.group().toString());
    } else {
      wish.put("username", with.name());
    }
    return share(calls.put(shares(id, ""), wish));
  }

  /// Ends a share.
  public void unshare(ConversationId id, UUID share) {
    calls.delete(shares(id, "/" + share));
  }

  private static String shares(ConversationId id, String one) {
    return "/api/conversations/" + id + "/shares" + one;
  }

  private static SharedEntry sharedEntry(JsonNode node) {
    return new SharedEntry(
        new ConversationId(Wire.id(node, "id")),
        Wire.text(node, "title"),
        Wire.time(node, "updatedAt"),
        WireMessages.turnOrNull(node),
        Wire.text(node, "owner"),
        Wire.text(node, "right").equals("write"),
        node.path("unread").asBoolean());
  }

  private static RecipientEntry recipient(JsonNode node) {
    return new RecipientEntry(
        Wire.idOrNull(node, "account"), Wire.idOrNull(node, "group"), Wire.text(node, "name"));
  }

  private static ShareEntry share(JsonNode node) {
    return new ShareEntry(
        Wire.id(node, "id"), recipient(node), Wire.text(node, "right").equals("write"));
  }
}
