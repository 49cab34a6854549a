package org.colloquy.server.api.agents;

import org.colloquy.model.AccountId;
import org.colloquy.server.api.agents.AgentsJson.MessageJson;
import org.colloquy.server.api.agents.AgentsJson.UserJson;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.AccountChange;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/users/...`: one's own account, and everybody's for a superuser.
public final class UserRoutes {
  private final Accounts accounts;
  private final AccountAdministration administration;

  public UserRoutes(Accounts accounts, AccountAdministration administration) {
    this.accounts = accounts;
    this.administration = administration;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/users/me", Scope.ACCOUNT, this::me)
        .signedIn("PATCH", "/users/me", Scope.ACCOUNT, this::changeMe)
        .signedIn("GET", "/users/{id}", Scope.ADMIN, this::show)
        .signedIn("PATCH", "/users/{id}", Scope.ADMIN, this::change)
        .signedIn("DELETE", "/users/{id}", Scope.ADMIN, this::remove)
        .signedIn("GET", "/authenticated-route", Scope.ACCOUNT, this::greet);
  }

  private void me(Caller caller, Exchange exchange) {
    exchange.reply(UserJson.of(accounts.get(caller)));
  }

  private void changeMe(Caller caller, Exchange exchange) {
    change(caller, caller.account(), exchange);
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(UserJson.of(accounts.find(caller, account(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    change(caller, accounts.find(caller, account(exchange)).id(), exchange);
  }

  private void remove(Caller caller, Exchange exchange) {
    administration.remove(caller, account(exchange));
    exchange.replyEmpty(204);
  }

  private void greet(Caller caller, Exchange exchange) {
    var account = accounts.get(caller);
    var name = account.email().isEmpty() ? account.username() : account.email();
    exchange.reply(new MessageJson("Hello " + name + "!"));
  }

  private void change(Caller caller, AccountId id, Exchange exchange) {
    var form = Form.of(exchange);
    var email = form.optionalEmail("email");
    var password = form.optional("password");
    if (form.refused()) {
      return;
    }
    Action.UPDATE.told(
        exchange,
        () -> {
          var changed = accounts.change(caller, id, new AccountChange(null, email, password));
          exchange.reply(UserJson.of(changed));
        });
  }

  private static AccountId account(Exchange exchange) {
    return new AccountId(exchange.id("id", "account"));
  }
}
