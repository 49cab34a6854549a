package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.server.api.app.AppBodies.PrivacyBody;
import org.colloquy.server.api.app.AppBodies.SignInBody;
import org.colloquy.server.api.app.AppJson.AccountJson;
import org.colloquy.server.api.app.AppJson.ServerJson;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.privacy.Privacy;
import org.colloquy.server.core.setting.Settings;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.Json;
import org.colloquy.server.http.PathTable;

/// `/api/server`, `/api/account`, `/api/privacy`, `/api/settings`: this server, who asks, and what
/// is set.
public final class ServerRoutes {
  private final Accounts accounts;
  private final Settings settings;
  private final Privacy privacy;
  private final String version;

  public ServerRoutes(Accounts accounts, Settings settings, Privacy privacy, String version) {
    this.accounts = accounts;
    this.settings = settings;
    this.privacy = privacy;
    this.version = version;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/server", Scope.READ, this::server)
        .signedIn("PUT", "/api/account/sign-in", Scope.ACCOUNT, this::changeSignIn)
        .signedIn("GET", "/api/privacy", Scope.READ, this::privacy)
        .signedIn("PUT", "/api/privacy", Scope.ADMIN, this::changePrivacy)
        .signedIn("GET", "/api/settings", Scope.READ, this::settings)
        .signedIn("PATCH", "/api/settings", Scope.WRITE, this::changeSettings);
  }

  private void server(Caller caller, Exchange exchange) {
    exchange.reply(new ServerJson("Colloquy", version, AccountJson.of(accounts.get(caller))));
  }

  private void changeSignIn(Caller caller, Exchange exchange) {
    var body = exchange.body(SignInBody.class);
    exchange.reply(
        AccountJson.of(
            accounts.changeSignIn(
                caller, body.requiredUsername(), body.emailOrNone(), body.requiredPassword())));
  }

  private void privacy(Caller caller, Exchange exchange) {
    exchange.reply(Map.of("staysHere", privacy.staysHere()));
  }

  private void changePrivacy(Caller caller, Exchange exchange) {
    if (exchange.body(PrivacyBody.class).requiredStaysHere()) {
      privacy.keepHere(caller);
    } else {
      privacy.letOut(caller);
    }
    privacy(caller, exchange);
  }

  private void settings(Caller caller, Exchange exchange) {
    exchange.reply(AppJson.settings(settings.all(caller)));
  }

  private void changeSettings(Caller caller, Exchange exchange) {
    var changed = new HashMap<String, String>();
    for (Map.Entry<String, JsonNode> setting : exchange.json().properties()) {
      changed.put(setting.getKey(), Json.text(setting.getValue()));
    }
    exchange.reply(AppJson.settings(settings.put(caller, changed)));
  }
}
