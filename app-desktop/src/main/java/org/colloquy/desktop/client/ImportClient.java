package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/// Has a server take over conversations that were held elsewhere. Blocks and fails as [ApiClient]
/// does.
public final class ImportClient {
  private final HttpCalls calls;

  public ImportClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// What a file has. Nothing is taken over.
  public ImportReport preview(Path file) {
    return report(calls.send("/api/import/preview", file));
  }

  /// Takes over what is not there yet.
  public ImportReport take(Path file) {
    return report(calls.send("/api/import", file));
  }

  private static ImportReport report(JsonNode node) {
    return new ImportReport(
        node.path("added").asInt(),
        node.path("fresh").asInt(),
        node.path("known").asInt(),
        node.path("refused").asInt(),
        Wire.list(node, "items", ImportClient::item));
  }

  private static ImportReport.Item item(JsonNode node) {
    return new ImportReport.Item(
        Wire.text(node, "origin"),
        Wire.text(node, "title"),
        node.path("messages").asInt(),
        Wire.text(node, "outcome"),
        Wire.text(node, "why"));
  }
}
