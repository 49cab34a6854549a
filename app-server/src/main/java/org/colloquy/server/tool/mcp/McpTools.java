package org.colloquy.server.tool.mcp;

import java.util.List;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.mcp.McpServerStore;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.turn.ToolSource;

/// The tools of the servers that the caller added and approved.
public final class McpTools implements ToolSource {
  private final McpServerStore servers;
  private final McpHub hub;

  public McpTools(McpServerStore servers, McpHub hub) {
    this.servers = servers;
    this.hub = hub;
  }

  @Override
  public String name() {
    return "mcp";
  }

  @Override
  public List<Tool> tools(Caller caller) {
    return servers.of(caller.account()).stream()
        .flatMap(server -> hub.tools(server).stream())
        .map(Tool.class::cast)
        .toList();
  }
}
