package org.colloquy.server.api.app;

import org.colloquy.model.AccountId;
import org.colloquy.server.api.app.AppBodies.AccessBody;
import org.colloquy.server.api.app.AppJson.AccountJson;
import org.colloquy.server.api.app.AppJson.AccountsJson;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/accounts/...`: who may be here, and as what.
public final class AccountRoutes {
  private final AccountAdministration administration;

  public AccountRoutes(AccountAdministration administration) {
    this.administration = administration;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/accounts", Scope.ADMIN, this::list)
        .signedIn("PATCH", "/api/accounts/{id}", Scope.ADMIN, this::change)
        .signedIn("DELETE", "/api/accounts/{id}", Scope.ADMIN, this::remove);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(
        new AccountsJson(administration.all(caller).stream().map(AccountJson::of).toList()));
  }

  private void change(Caller caller, Exchange exchange) {
    var id = new AccountId(exchange.id("id", "account"));
    var body = exchange.body(AccessBody.class);
    exchange.reply(AccountJson.of(administration.change(caller, id, body.change())));
  }

  private void remove(Caller caller, Exchange exchange) {
    var id = new AccountId(exchange.id("id", "account"));
    exchange.reply(administration.remove(caller, id));
  }
}
