package org.colloquy.server.api.app;

import java.util.List;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.Tools;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/tools`: what models may call.
public final class ToolRoutes {
  private final Tools tools;

  public ToolRoutes(Tools tools) {
    this.tools = tools;
  }

  void addTo(PathTable paths) {
    paths.signedIn("GET", "/api/tools", Scope.READ, this::list);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new ToolsJson(tools.all(caller).stream().map(ToolJson::of).toList()));
  }

  record ToolsJson(List<ToolJson> tools) {}

  record ToolJson(
      String name,
      String description,
      String source,
      boolean hasEffects,
      boolean bringsStrangersWords,
      String policy) {
    static ToolJson of(Tools.Listed listed) {
      var tool = listed.tool();
      return new ToolJson(
          tool.name(),
          tool.description(),
          listed.source(),
          tool.hasEffects(),
          tool.bringsStrangersWords(),
          tool.hasEffects() ? "ask" : "always");
    }
  }
}
