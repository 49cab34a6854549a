package org.colloquy.server.api.app;

import org.colloquy.model.ModelId;
import org.colloquy.model.ProviderId;
import org.colloquy.server.api.app.AppBodies.FetchBody;
import org.colloquy.server.api.app.AppBodies.ProviderBody;
import org.colloquy.server.api.app.AppJson.ProviderJson;
import org.colloquy.server.api.app.AppJson.ProvidersJson;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.core.turn.Models;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/providers/...`: who can be asked.
public final class ProviderRoutes {
  private final Providers providers;
  private final Keys keys;
  private final Models models;

  public ProviderRoutes(Providers providers, Keys keys, Models models) {
    this.providers = providers;
    this.keys = keys;
    this.models = models;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/providers", Scope.READ, this::list)
        .signedIn("POST", "/api/providers", Scope.KEYS, this::add)
        .signedIn("DELETE", "/api/providers/{id}", Scope.KEYS, this::remove)
        .signedIn("POST", "/api/providers/{id}/models", Scope.KEYS, this::fetchModels);
  }

  private void list(Caller caller, Exchange exchange) {
    var visible = providers.visible(caller);
    exchange.reply(
        ProvidersJson.of(
            visible.stream().map(provider -> ProviderJson.of(provider, caller)).toList(),
            models.usual(caller).map(ModelId::toString).orElse(null),
            providers.catalogue()));
  }

  private void add(Caller caller, Exchange exchange) {
    var body = exchange.body(ProviderBody.class);
    var added = providers.add(caller, body.nameOrNone(), body.requiredAddress(), body.chosenKind());
    exchange.reply(201, ProviderJson.of(added, caller));
  }

  private void remove(Caller caller, Exchange exchange) {
    providers.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void fetchModels(Caller caller, Exchange exchange) {
    var chosen = exchange.body(FetchBody.class).chosenKey();
    exchange.reply(ProviderJson.of(keys.fetchModels(caller, id(exchange), chosen), caller));
  }

  private static ProviderId id(Exchange exchange) {
    return new ProviderId(exchange.id("id", "provider"));
  }
}
