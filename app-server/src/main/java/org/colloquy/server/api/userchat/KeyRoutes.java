package org.colloquy.server.api.userchat;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.model.Key;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.server.api.userchat.UserchatJson.KeyJson;
import org.colloquy.server.api.userchat.UserchatJson.NewKeyJson;
import org.colloquy.server.api.userchat.UserchatJson.ProviderJson;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/chat/...`: API keys and providers.
///
/// A key can be added in three dialects: `{key, nickname}` as documented, `{name, apiProvider,
/// apiKey}` as the web client sends it, and `{name, apiProvider_id, apiKey, url?}` as its newer
/// version does.
public final class KeyRoutes {
  private final Accounts accounts;
  private final Keys keys;
  private final Providers providers;

  public KeyRoutes(Accounts accounts, Keys keys, Providers providers) {
    this.accounts = accounts;
    this.keys = keys;
    this.providers = providers;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("POST", "/chat/addAPIKey", Scope.KEYS, this::add)
        .signedIn("GET", "/chat/getApiKeys", Scope.KEYS, this::list)
        .signedIn("GET", "/chat/getLLMProviders", Scope.READ, this::providers);
  }

  private void add(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    var nickname = fields.text(fields.sent("nickname", "name"));
    var secret = Secret.of(fields.text(fields.sent("key", "apiKey")));
    var providerField = fields.sent("apiProvider_id", "apiProvider");
    if (!fields.has(providerField)) {
      fields.check();
      addDocumented(caller, exchange, nickname, secret);
      return;
    }
    var provider = fields.integer(providerField);
    fields.check();
    int created = providerField.equals("apiProvider_id") ? 201 : 200;
    if (provider == ProviderJson.CUSTOM.id()) {
      addCustom(caller, exchange, new Pasted(nickname, secret, fields.orEmpty("url"), created));
      return;
    }
    Missing.told(
        exchange,
        _ -> "LLMProvider with id=" + provider + " does not exist",
        () -> saved(exchange, created, keys.addByNumber(caller, provider, nickname, secret)));
  }

  private void addDocumented(Caller caller, Exchange exchange, String nickname, Secret secret) {
    var key = keys.addForOpenAi(caller, nickname, secret);
    exchange.reply(201, new NewKeyJson(key.nickname(), accounts.get(caller).number()));
  }

  private void addCustom(Caller caller, Exchange exchange, Pasted pasted) {
    if (pasted.url().isBlank()) {
      exchange.reply(400, "When using a custom apiProvider, you need to specify a URL");
      return;
    }
    try {
      var key = keys.addForAddress(caller, pasted.url(), pasted.nickname(), pasted.secret());
      saved(exchange, pasted.created(), key);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Upstream upstream)) {
        throw e;
      }
      exchange.reply(
          400,
          "Failed to query models, url may be invalid or not openai compatible: "
              + Sentences.of(upstream));
    }
  }

  private static void saved(Exchange exchange, int status, Key key) {
    exchange.reply(status, "APIKey successfully saved as " + key.nickname());
  }

  private void list(Caller caller, Exchange exchange) {
    var byId =
        providers.visible(caller).stream()
            .collect(Collectors.toMap(Provider::id, Function.identity()));
    exchange.reply(
        keys.all(caller).stream()
            .flatMap(key ->
                Optional.ofNullable(byId.get(key.provider()))
                    .map(provider -> KeyJson.of(key, provider))
                    .stream())
            .toList());
  }

  private void providers(Caller caller, Exchange exchange) {
    exchange.reply(
        Stream.concat(
                providers.visible(caller).stream().map(ProviderJson::of),
                Stream.of(ProviderJson.CUSTOM))
            .toList());
  }

  private record Pasted(String nickname, Secret secret, String url, int created) {}
}
