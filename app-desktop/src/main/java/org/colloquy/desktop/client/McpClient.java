package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the desktop asks of a server about servers of tools (MCP). Blocks and fails as [ApiClient]
/// does.
public final class McpClient {
  private static final String SERVERS = "/api/mcp";

  private final HttpCalls calls;

  public McpClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Oldest first.
  public List<McpServerEntry> servers() {
    return Wire.list(calls.get(SERVERS), "servers", McpClient::server);
  }

  /// Adds one. It is connected to at once; its tools are not used before they were approved.
  public McpServerEntry add(NewMcpServer server) {
    var body = Wire.object().put("name", server.name());
    if (server.command().isEmpty()) {
      body.put("address", server.address());
    } else {
      server.command().forEach(body.putArray("command")::add);
    }
    server.variables().forEach(body.putObject("variables")::put);
    return server(calls.post(SERVERS, body));
  }

  public McpServerEntry switchOn(UUID id) {
    return server(calls.patch(at(id), Wire.object().put("on", true)));
  }

  public McpServerEntry switchOff(UUID id) {
    return server(calls.patch(at(id), Wire.object().put("on", false)));
  }

  /// Lets its tools be used.
  ///
  /// @param hash of the tools that the person saw
  public McpServerEntry approve(UUID id, String hash) {
    return server(calls.patch(at(id), Wire.object().put("approve", hash)));
  }

  /// Connects to it now, and tells what it has.
  public McpServerEntry test(UUID id) {
    return server(calls.post(at(id) + "/test", Wire.object()));
  }

  public void remove(UUID id) {
    calls.delete(at(id));
  }

  public List<McpResource> resources(UUID id) {
    return Wire.list(
        calls.get(at(id) + "/resources"),
        "resources",
        node ->
            new McpResource(
                Wire.text(node, "uri"),
                Wire.text(node, "name"),
                Wire.text(node, "description"),
                Wire.text(node, "mediaType")));
  }

  /// The text of a resource.
  public String read(UUID id, String uri) {
    return Wire.text(calls.get(at(id) + "/resources?uri=" + Wire.escaped(uri)), "text");
  }

  public List<McpPrompt> prompts(UUID id) {
    return Wire.list(
        calls.get(at(id) + "/prompts"),
        "prompts",
        node ->
            new McpPrompt(
                Wire.text(node, "name"),
                Wire.text(node, "description"),
                Wire.list(node, "parameters", JsonNode::asText)));
  }

  /// A question of its, filled in.
  public String fillIn(UUID id, String prompt, Map<String, String> arguments) {
    var body = Wire.object().put("name", prompt);
    arguments.forEach(body.putObject("arguments")::put);
    return Wire.text(calls.post(at(id) + "/prompts", body), "text");
  }

  private static String at(UUID id) {
    return SERVERS + "/" + id;
  }

  private static McpServerEntry server(JsonNode node) {
    return new McpServerEntry(
        Wire.id(node, "id"),
        Wire.text(node, "name"),
        Wire.list(node, "command", JsonNode::asText),
        node.path("address").isTextual() ? Wire.text(node, "address") : "",
        Wire.list(node, "variables", JsonNode::asText),
        node.path("on").asBoolean(),
        Wire.constant(McpState.class, Wire.text(node, "state"), McpState.FAILED),
        Wire.text(node, "sentence"),
        Wire.text(node, "hash"),
        Wire.list(node, "tools", McpClient::tool));
  }

  private static McpToolEntry tool(JsonNode node) {
    return new McpToolEntry(
        Wire.text(node, "name"), Wire.text(node, "description"), Wire.text(node, "schema"));
  }
}
