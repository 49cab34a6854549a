package org.colloquy.server.api.app;

import org.colloquy.server.api.app.AppBodies.TokenBody;
import org.colloquy.server.api.app.TokenJson.TokensJson;
import org.colloquy.server.core.identity.ApiTokenId;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/tokens/...`: tokens for programs. A token goes out once.
public final class TokenRoutes {
  private final ApiTokens tokens;

  public TokenRoutes(ApiTokens tokens) {
    this.tokens = tokens;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/tokens", Scope.ACCOUNT, this::list)
        .signedIn("POST", "/api/tokens", Scope.ACCOUNT, this::make)
        .signedIn("DELETE", "/api/tokens/{id}", Scope.ACCOUNT, this::revoke);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new TokensJson(tokens.all(caller).stream().map(TokenJson::of).toList()));
  }

  private void make(Caller caller, Exchange exchange) {
    var made = tokens.make(caller, exchange.body(TokenBody.class).wish());
    exchange.reply(201, TokenJson.of(made));
  }

  private void revoke(Caller caller, Exchange exchange) {
    tokens.revoke(caller, new ApiTokenId(exchange.id("id", "token")));
    exchange.replyEmpty(204);
  }
}
