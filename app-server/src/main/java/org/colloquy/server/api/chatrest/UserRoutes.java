package org.colloquy.server.api.chatrest;

import java.time.Duration;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.chatrest.ChatrestBodies.UserBody;
import org.colloquy.server.api.chatrest.ChatrestJson.SignedInJson;
import org.colloquy.server.api.chatrest.ChatrestJson.TokenJson;
import org.colloquy.server.api.chatrest.ChatrestJson.UserJson;
import org.colloquy.server.api.chatrest.ChatrestJson.ValidJson;
import org.colloquy.server.core.identity.AccessTerms;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Renewal;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.identity.SelfRegistration;
import org.colloquy.server.core.identity.SessionTerms;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/users/...`: accounts and tokens.
public final class UserRoutes {
  private static final SessionTerms SESSION =
      new SessionTerms("chatrest", new AccessTerms("", Duration.ofDays(1)), new Renewal.None());

  private final Accounts accounts;
  private final SelfRegistration newcomers;
  private final AccountAdministration administration;
  private final Sessions sessions;
  private final CallerReader callers;

  public UserRoutes(
      Accounts accounts,
      SelfRegistration newcomers,
      AccountAdministration administration,
      Sessions sessions,
      CallerReader callers) {
    this.accounts = accounts;
    this.newcomers = newcomers;
    this.administration = administration;
    this.sessions = sessions;
    this.callers = callers;
  }

  void addTo(PathTable paths) {
    paths
        .open("POST", "/users", this::register)
        .open("POST", "/users/login", this::signIn)
        .open("GET", "/users/validate-token", this::validate)
        .signedIn("POST", "/users/refresh", Scope.ACCOUNT, this::refresh)
        .signedIn("GET", "/users", Scope.ACCOUNT, this::list)
        .signedIn("GET", "/users/{id}", Scope.ACCOUNT, this::show)
        .signedIn("PUT", "/users/{id}", Scope.ACCOUNT, this::change)
        .signedIn("DELETE", "/users/{id}", Scope.ACCOUNT, this::remove);
  }

  private void register(Exchange exchange) {
    var body = exchange.body(UserBody.class);
    exchange.reply(201, UserJson.of(newcomers.register(body.registration(), exchange.visitor())));
  }

  private void signIn(Exchange exchange) {
    var body = exchange.body(UserBody.class);
    var from = exchange.visitor();
    var token =
        sessions.signIn(body.requiredUsername(), body.requiredPassword(), SESSION, from).access();
    var account = accounts.get(sessions.caller(token, from));
    exchange.reply(new SignedInJson(token, UserJson.of(account)));
  }

  /// Tells what is wrong with a token in other words than the rest of this API.
  private void validate(Exchange exchange) {
    try {
      var account = accounts.get(callers.read(exchange));
      exchange.reply(new ValidJson(account.id().value(), account.passwordVersion()));
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotSignedIn(var why))) {
        throw e;
      }
      exchange.answer(ChatrestProblems.badToken(why));
    }
  }

  private void refresh(Caller caller, Exchange exchange) {
    exchange.reply(new TokenJson(sessions.renew(caller, SESSION)));
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(accounts.visible(caller).stream().map(UserJson::of).toList());
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(UserJson.of(accounts.find(caller, id(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    var change = exchange.body(UserBody.class).change();
    exchange.reply(UserJson.of(accounts.change(caller, id(exchange), change)));
  }

  private void remove(Caller caller, Exchange exchange) {
    administration.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private static AccountId id(Exchange exchange) {
    return new AccountId(exchange.id("id", "account"));
  }
}
