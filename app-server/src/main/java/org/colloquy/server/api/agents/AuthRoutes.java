package org.colloquy.server.api.agents;

import java.time.Duration;
import org.colloquy.model.Profile;
import org.colloquy.server.api.agents.AgentsJson.TokenJson;
import org.colloquy.server.api.agents.AgentsJson.UserJson;
import org.colloquy.server.core.identity.AccessTerms;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.OpenSessions;
import org.colloquy.server.core.identity.Recovery;
import org.colloquy.server.core.identity.Registration;
import org.colloquy.server.core.identity.Renewal;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.identity.SelfRegistration;
import org.colloquy.server.core.identity.SessionTerms;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/auth/...`: signing in, registering, and what to do when the password is forgotten.
public final class AuthRoutes {
  static final String AUDIENCE = "fastapi-users:auth";
  private static final SessionTerms SESSION =
      new SessionTerms(
          "agents", new AccessTerms(AUDIENCE, Duration.ofHours(1)), new Renewal.None());
  private static final AccessTerms RESET =
      new AccessTerms("fastapi-users:reset", Recovery.LIFETIME);
  private static final AccessTerms VERIFY =
      new AccessTerms("fastapi-users:verify", Recovery.LIFETIME);

  private final SelfRegistration newcomers;
  private final Sessions sessions;
  private final OpenSessions openSessions;
  private final Recovery recovery;

  public AuthRoutes(
      SelfRegistration newcomers, Sessions sessions, OpenSessions openSessions, Recovery recovery) {
    this.newcomers = newcomers;
    this.sessions = sessions;
    this.openSessions = openSessions;
    this.recovery = recovery;
  }

  void addTo(PathTable paths) {
    paths
        .open("POST", "/auth/jwt/login", this::signIn)
        .signedIn("POST", "/auth/jwt/logout", Scope.ACCOUNT, this::signOut)
        .open("POST", "/auth/register", this::register)
        .open("POST", "/auth/forgot-password", this::forgotPassword)
        .open("POST", "/auth/reset-password", this::resetPassword)
        .open("POST", "/auth/request-verify-token", this::requestVerification)
        .open("POST", "/auth/verify", this::verify);
  }

  private void signIn(Exchange exchange) {
    var form = Form.of(exchange);
    var username = form.text("username");
    var password = form.text("password");
    form.optionally("grant_type", "password");
    if (form.refused()) {
      return;
    }
    var tokens = sessions.signIn(username, password, SESSION, exchange.visitor());
    exchange.reply(new TokenJson(tokens.access(), "bearer"));
  }

  private void signOut(Caller caller, Exchange exchange) {
    openSessions.signOut(caller);
    exchange.replyEmpty(204);
  }

  private void register(Exchange exchange) {
    var form = Form.of(exchange);
    var email = form.email("email");
    var password = form.text("password");
    if (form.refused()) {
      return;
    }
    Action.REGISTER.told(
        exchange,
        () -> {
          var registration = new Registration(email, email, password, Profile.EMPTY);
          exchange.reply(201, UserJson.of(newcomers.register(registration, exchange.visitor())));
        });
  }

  private void forgotPassword(Exchange exchange) {
    var form = Form.of(exchange);
    var email = form.email("email");
    if (!form.refused()) {
      recovery.forgotPassword(email, RESET);
      exchange.replyNull(202);
    }
  }

  private void resetPassword(Exchange exchange) {
    var form = Form.of(exchange);
    var token = form.text("token");
    var password = form.text("password");
    if (form.refused()) {
      return;
    }
    Action.RESET_PASSWORD.told(
        exchange,
        () -> {
          recovery.resetPassword(token, password, exchange.visitor());
          exchange.replyNull(200);
        });
  }

  private void requestVerification(Exchange exchange) {
    var form = Form.of(exchange);
    var email = form.email("email");
    if (!form.refused()) {
      recovery.requestVerification(email, VERIFY);
      exchange.replyNull(202);
    }
  }

  private void verify(Exchange exchange) {
    var form = Form.of(exchange);
    var token = form.text("token");
    if (!form.refused()) {
      Action.VERIFY.told(exchange, () -> exchange.reply(UserJson.of(recovery.verify(token))));
    }
  }
}
