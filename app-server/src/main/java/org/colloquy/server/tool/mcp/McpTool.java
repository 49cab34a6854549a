package org.colloquy.server.tool.mcp;

import org.colloquy.server.core.mcp.McpStatus;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;

/// A tool of a server. What it does is not known, and what it tells is strangers' words.
record McpTool(McpStatus.Offer offer, String original, McpConnection connection) implements Tool {
  @Override
  public String name() {
    return offer.name();
  }

  @Override
  public String description() {
    return offer.description();
  }

  @Override
  public String schema() {
    return offer.schema();
  }

  @Override
  public boolean hasEffects() {
    return true;
  }

  @Override
  public Sends sends() {
    return Sends.ANYWHERE;
  }

  @Override
  public boolean bringsStrangersWords() {
    return true;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    return connection.call(original, arguments);
  }
}
