package org.colloquy.server.api.agents;

import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.agents.AgentsJson.MessageJson;
import org.colloquy.server.api.agents.AgentsJson.UserJson;
import org.colloquy.server.core.identity.AccountChange;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/users/...`: one's own account, and everybody's for a superuser.
public final class UserRoutes {
  private final Accounts accounts;

  public UserRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/users/me", this::me)
        .signedIn("PATCH", "/users/me", this::changeMe)
        .signedIn("GET", "/users/{id}", this::show)
        .signedIn("PATCH", "/users/{id}", this::change)
        .signedIn("DELETE", "/users/{id}", this::remove)
        .signedIn("GET", "/authenticated-route", this::greet);
  }

  private void me(Caller caller, Exchange exchange) {
    exchange.reply(UserJson.of(accounts.get(caller)));
  }

  private void changeMe(Caller caller, Exchange exchange) {
    change(caller, caller.account(), exchange);
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(UserJson.of(accounts.find(superuser(caller), account(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    var superuser = superuser(caller);
    change(superuser, accounts.find(superuser, account(exchange)).id(), exchange);
  }

  private void remove(Caller caller, Exchange exchange) {
    accounts.remove(superuser(caller), account(exchange));
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

  /// Other people's accounts are for the owner alone; to everybody else none of them exists.
  private static Caller superuser(Caller caller) {
    if (caller.role() != AccountRole.OWNER) {
      throw new ProblemException(new Problem.NotAllowed("other accounts"));
    }
    return caller;
  }
}
