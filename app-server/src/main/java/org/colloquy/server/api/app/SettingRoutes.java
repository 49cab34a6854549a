package org.colloquy.server.api.app;

import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.ConversationSettings;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/conversations/{id}/settings`: how models answer in one conversation.
public final class SettingRoutes {
  private final ConversationSettings settings;

  public SettingRoutes(ConversationSettings settings) {
    this.settings = settings;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/conversations/{id}/settings", Scope.READ, this::show)
        .signedIn("PATCH", "/api/conversations/{id}/settings", Scope.WRITE, this::change);
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(SettingJson.of(settings.get(caller, id(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    var changes = exchange.json();
    var changed =
        settings.change(caller, id(exchange), setting -> SettingJson.changed(setting, changes));
    exchange.reply(SettingJson.of(changed));
  }

  private static ConversationId id(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }
}
