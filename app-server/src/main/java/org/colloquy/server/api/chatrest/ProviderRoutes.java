package org.colloquy.server.api.chatrest;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderId;
import org.colloquy.server.api.chatrest.ChatrestBodies.ConfigBody;
import org.colloquy.server.api.chatrest.ChatrestBodies.ProviderBody;
import org.colloquy.server.api.chatrest.ChatrestJson.ConfigJson;
import org.colloquy.server.api.chatrest.ChatrestJson.ProviderJson;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.core.turn.Models;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/chat/llm-providers`, `/chat/user-llm-configs` and `/llm/providers`: who can be asked, and the
/// one key that an account asks each of them with.
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
        .signedIn("GET", "/llm/providers", Scope.READ, this::list)
        .signedIn("POST", "/chat/llm-providers", Scope.KEYS, this::add)
        .signedIn("GET", "/chat/llm-providers/{id}", Scope.READ, this::show)
        .signedIn("POST", "/chat/user-llm-configs", Scope.KEYS, this::putKey)
        .signedIn("GET", "/chat/user-llm-configs", Scope.KEYS, this::keyByQuery)
        .signedIn("GET", "/chat/user-llm-configs/{user}/{provider}", Scope.KEYS, this::keyByPath);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(models.providersUsualFirst(caller).stream().map(ProviderJson::of).toList());
  }

  private void add(Caller caller, Exchange exchange) {
    var body = exchange.body(ProviderBody.class);
    var added = providers.add(caller, body.requiredName(), body.requiredEndpoint());
    exchange.reply(201, ProviderJson.of(added));
  }

  private void show(Caller caller, Exchange exchange) {
    var id = new ProviderId(exchange.id("id", "provider"));
    exchange.reply(ProviderJson.of(providers.get(caller, id)));
  }

  private void putKey(Caller caller, Exchange exchange) {
    var body = exchange.body(ConfigBody.class);
    var key = keys.putFor(caller, body.providerFor(caller), body.requiredSecret());
    exchange.reply(201, ConfigJson.of(key));
  }

  private void keyByQuery(Caller caller, Exchange exchange) {
    var provider = exchange.query("provider_id").orElse(null);
    reply(
        caller,
        exchange,
        exchange.query("user_id").orElse(null),
        ChatrestBodies.provider(provider));
  }

  private void keyByPath(Caller caller, Exchange exchange) {
    var user = exchange.id("user", "account").toString();
    reply(caller, exchange, user, new ProviderId(exchange.id("provider", "provider")));
  }

  private void reply(Caller caller, Exchange exchange, @Nullable String user, ProviderId provider) {
    ChatrestBodies.own(caller, user);
    var key = keys.firstFor(caller, provider);
    exchange.reply(
        ConfigJson.of(key.orElseThrow(() -> new ProblemException(new Problem.NotFound("key")))));
  }
}
