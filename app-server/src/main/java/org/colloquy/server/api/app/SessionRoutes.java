package org.colloquy.server.api.app;

import java.time.Duration;
import org.colloquy.model.AccountId;
import org.colloquy.server.api.app.SessionJson.NewPasswordBody;
import org.colloquy.server.api.app.SessionJson.PasswordBody;
import org.colloquy.server.api.app.SessionJson.RefreshBody;
import org.colloquy.server.api.app.SessionJson.ResetCodeJson;
import org.colloquy.server.api.app.SessionJson.SessionsJson;
import org.colloquy.server.api.app.SessionJson.TokensJson;
import org.colloquy.server.core.identity.AccessTerms;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.OpenSessions;
import org.colloquy.server.core.identity.Renewal;
import org.colloquy.server.core.identity.ResetCodes;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.identity.SessionId;
import org.colloquy.server.core.identity.SessionTerms;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/sessions/...` and what helps those who cannot begin one.
public final class SessionRoutes {
  private static final Duration ACCESS = Duration.ofMinutes(10);
  private static final SessionTerms SESSION =
      new SessionTerms(
          "app",
          new AccessTerms("", ACCESS),
          new Renewal.Rotating(Duration.ofDays(14), Duration.ofDays(90)));

  private final Sessions sessions;
  private final OpenSessions open;
  private final ResetCodes resetCodes;

  public SessionRoutes(Sessions sessions, OpenSessions open, ResetCodes resetCodes) {
    this.sessions = sessions;
    this.open = open;
    this.resetCodes = resetCodes;
  }

  void addTo(PathTable paths) {
    paths
        .open("POST", "/api/sessions", this::signIn)
        .open("POST", "/api/sessions/refresh", this::refresh)
        .signedIn("GET", "/api/sessions", Scope.ACCOUNT, this::list)
        .signedIn("DELETE", "/api/sessions", Scope.ACCOUNT, this::endOthers)
        .signedIn("DELETE", "/api/sessions/current", Scope.ACCOUNT, this::signOut)
        .signedIn("DELETE", "/api/sessions/{id}", Scope.ACCOUNT, this::end)
        .signedIn("POST", "/api/accounts/{id}/reset-code", Scope.ADMIN, this::makeResetCode)
        .open("POST", "/api/password-resets", this::resetPassword);
  }

  private void signIn(Exchange exchange) {
    var body = exchange.body(PasswordBody.class);
    var tokens =
        sessions.signIn(body.requiredName(), body.requiredPassword(), SESSION, exchange.visitor());
    exchange.reply(201, TokensJson.of(tokens, ACCESS));
  }

  private void refresh(Exchange exchange) {
    var token = exchange.body(RefreshBody.class).requiredRefresh();
    exchange.reply(TokensJson.of(sessions.refresh(token, SESSION, exchange.visitor()), ACCESS));
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(SessionsJson.of(open.all(caller), caller.session()));
  }

  private void endOthers(Caller caller, Exchange exchange) {
    open.endOthers(caller);
    exchange.replyEmpty(204);
  }

  private void signOut(Caller caller, Exchange exchange) {
    open.signOut(caller);
    exchange.replyEmpty(204);
  }

  private void end(Caller caller, Exchange exchange) {
    open.end(caller, new SessionId(exchange.id("id", "session")));
    exchange.replyEmpty(204);
  }

  private void makeResetCode(Caller caller, Exchange exchange) {
    var account = new AccountId(exchange.id("id", "account"));
    exchange.reply(ResetCodeJson.of(resetCodes.make(caller, account)));
  }

  private void resetPassword(Exchange exchange) {
    var body = exchange.body(NewPasswordBody.class);
    resetCodes.use(
        body.requiredName(), body.requiredCode(), body.requiredPassword(), exchange.visitor());
    exchange.replyEmpty(204);
  }
}
