package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server about memories. Blocks and fails as [ApiClient] does.
public final class MemoryClient {
  private static final String MEMORIES = "/api/memories";

  private final HttpCalls calls;

  public MemoryClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Those that fit a query, best first; all of them when it is empty.
  public List<MemoryEntry> memories(String query) {
    var path = query.isBlank() ? MEMORIES : MEMORIES + "?query=" + Wire.escaped(query);
    return Wire.list(calls.get(path), "memories", MemoryClient::memory);
  }

  /// Remembers something, or in other words than before.
  ///
  /// @param id null for something new
  public MemoryEntry save(@Nullable UUID id, String text) {
    var body = Wire.object().put("text", text);
    return memory(id == null ? calls.post(MEMORIES, body) : calls.patch(MEMORIES + "/" + id, body));
  }

  public void remove(UUID id) {
    calls.delete(MEMORIES + "/" + id);
  }

  static MemoryEntry memory(JsonNode node) {
    return new MemoryEntry(
        Wire.id(node, "id"), Wire.text(node, "text"), Wire.time(node, "changedAt"));
  }
}
