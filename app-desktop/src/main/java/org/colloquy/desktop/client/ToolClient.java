package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/// What the desktop asks of a server about tools. Blocks and fails as [ApiClient] does.
public final class ToolClient {
  private static final String POLICIES = "/api/tools/policies";

  private final HttpCalls calls;

  public ToolClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// What models may have done.
  public List<ToolEntry> tools() {
    return Wire.list(calls.get("/api/tools"), "tools", ToolClient::tool);
  }

  /// What was decided once and for all, oldest first.
  public List<ToolPolicyEntry> policies() {
    return Wire.list(calls.get(POLICIES), "policies", ToolClient::policy);
  }

  /// Forgets a decision, so that the person is asked again.
  public void forget(UUID policy) {
    calls.delete(POLICIES + "/" + policy);
  }

  static ToolEntry tool(JsonNode node) {
    return new ToolEntry(
        Wire.text(node, "name"),
        Wire.text(node, "description"),
        Wire.text(node, "source"),
        node.path("hasEffects").asBoolean(),
        Wire.constant(ToolEntry.Sends.class, Wire.text(node, "sends"), ToolEntry.Sends.NOTHING),
        Wire.constant(ToolEntry.Rule.class, Wire.text(node, "policy"), ToolEntry.Rule.ASK));
  }

  private static ToolPolicyEntry policy(JsonNode node) {
    return new ToolPolicyEntry(
        Wire.id(node, "id"),
        Wire.text(node, "tool"),
        node.hasNonNull("agent") ? node.get("agent").asLong() : null,
        Wire.text(node, "policy").equals("always"),
        Wire.time(node, "setAt"));
  }
}
