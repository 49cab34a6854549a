package org.colloquy.server.api.app;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.KeyId;
import org.colloquy.model.ModelInfo;
import org.colloquy.server.api.app.AppBodies.KeyBody;
import org.colloquy.server.api.app.AppJson.KeyJson;
import org.colloquy.server.api.app.AppJson.KeysJson;
import org.colloquy.server.api.app.AppJson.ModelNamesJson;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.SharedKey;
import org.colloquy.server.core.provider.Sharing;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/keys/...`: API keys. A secret goes in and never comes out.
public final class KeyRoutes {
  private final Keys keys;

  public KeyRoutes(Keys keys) {
    this.keys = keys;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/keys", Scope.KEYS, this::list)
        .signedIn("POST", "/api/keys", Scope.KEYS, this::add)
        .signedIn("GET", "/api/keys/shared", Scope.ADMIN, this::shared)
        .signedIn("POST", "/api/keys/test", Scope.KEYS, this::tryOut)
        .signedIn("POST", "/api/keys/{id}/test", Scope.KEYS, this::test)
        .signedIn("PATCH", "/api/keys/{id}", Scope.ADMIN, this::share)
        .signedIn("DELETE", "/api/keys/{id}", Scope.KEYS, this::remove);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new KeysJson(keys.owned(caller).stream().map(KeyJson::of).toList()));
  }

  private void shared(Caller caller, Exchange exchange) {
    exchange.reply(
        new SharedKeysJson(keys.shared(caller).stream().map(SharedKeyJson::of).toList()));
  }

  private void add(Caller caller, Exchange exchange) {
    var body = exchange.body(KeyBody.class);
    var added =
        keys.add(caller, body.requiredProvider(), body.requiredNickname(), body.requiredSecret());
    exchange.reply(201, KeyJson.of(added));
  }

  private void tryOut(Caller caller, Exchange exchange) {
    var body = exchange.body(KeyBody.class);
    exchange.reply(
        new ModelNamesJson(keys.tryOut(caller, body.requiredProvider(), body.requiredSecret())));
  }

  private void test(Caller caller, Exchange exchange) {
    var provider = keys.test(caller, id(exchange));
    exchange.reply(new ModelNamesJson(provider.models().stream().map(ModelInfo::name).toList()));
  }

  private void remove(Caller caller, Exchange exchange) {
    keys.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void share(Caller caller, Exchange exchange) {
    var sharing = exchange.body(SharingBody.class).sharing();
    exchange.reply(KeyJson.of(keys.share(caller, id(exchange), sharing)));
  }

  private static KeyId id(Exchange exchange) {
    return new KeyId(exchange.id("id", "key"));
  }

  record SharedKeysJson(List<SharedKeyJson> keys) {}

  /// @param group null when it is shared with all accounts
  record SharedKeyJson(UUID id, UUID account, String provider, @Nullable UUID group) {
    static SharedKeyJson of(SharedKey key) {
      return new SharedKeyJson(
          key.id().value(),
          key.owner().value(),
          key.provider(),
          key.sharing() instanceof Sharing.WithGroup(var group) ? group.value() : null);
    }
  }

  record SharingBody(@Nullable Boolean shared, @Nullable String group) {
    Sharing sharing() {
      if (!AppBodies.required(shared, "shared")) {
        return new Sharing.WithNobody();
      }
      return group == null
          ? new Sharing.WithEverybody()
          : new Sharing.WithGroup(new GroupId(AppBodies.id(group, "group")));
    }
  }
}
