package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;

/// What the desktop asks of a server about drafts. Blocks and fails as [ApiClient] does.
public final class DraftClient {
  private static final String DRAFTS = "/api/drafts";

  private final HttpCalls calls;

  public DraftClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Last changed first.
  public List<DraftEntry> drafts() {
    return Wire.list(calls.get(DRAFTS), "drafts", DraftClient::draft);
  }

  private static DraftEntry draft(JsonNode node) {
    var conversation = Wire.idOrNull(node, "conversation");
    var instead = Wire.idOrNull(node, "instead");
    return new DraftEntry(
        conversation == null ? null : new ConversationId(conversation),
        Wire.text(node, "text"),
        instead == null ? null : new MessageId(instead));
  }

  /// Keeps what is being written; nothing written forgets it.
  public void keep(DraftEntry draft) {
    var conversation = draft.conversation();
    var instead = draft.instead();
    var body = Wire.object().put("text", draft.text());
    body.put("conversation", conversation == null ? null : conversation.toString());
    body.put("instead", instead == null ? null : instead.toString());
    calls.put(DRAFTS, body);
  }
}
