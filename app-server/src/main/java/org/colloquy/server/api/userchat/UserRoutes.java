package org.colloquy.server.api.userchat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.api.userchat.UserchatJson.AccessJson;
import org.colloquy.server.api.userchat.UserchatJson.NotValidJson;
import org.colloquy.server.api.userchat.UserchatJson.ProfileJson;
import org.colloquy.server.api.userchat.UserchatJson.TokensJson;
import org.colloquy.server.api.userchat.UserchatJson.UserJson;
import org.colloquy.server.api.userchat.UserchatJson.ValidJson;
import org.colloquy.server.core.identity.AccessTerms;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.ProfileChange;
import org.colloquy.server.core.identity.Registration;
import org.colloquy.server.core.identity.Renewal;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.identity.SelfRegistration;
import org.colloquy.server.core.identity.SessionTerms;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.http.BearerCallers;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/user/...`: accounts and tokens.
public final class UserRoutes {
  /// As its clients expect, which never store a second refresh token.
  private static final SessionTerms SESSION =
      new SessionTerms(
          "userchat",
          new AccessTerms("", Duration.ofMinutes(15)),
          new Renewal.Lasting(Duration.ofDays(1)));

  private static final List<String> NEED_A_SECOND_FACTOR = List.of("username", "password", "email");

  private final Accounts accounts;
  private final SelfRegistration newcomers;
  private final Sessions sessions;
  private final BearerCallers callers;

  public UserRoutes(
      Accounts accounts, SelfRegistration newcomers, Sessions sessions, BearerCallers callers) {
    this.accounts = accounts;
    this.newcomers = newcomers;
    this.sessions = sessions;
    this.callers = callers;
  }

  void addTo(PathTable paths) {
    paths
        .open("POST", "/user/register", this::register)
        .open("POST", "/user/auth", this::signIn)
        .open("POST", "/user/refresh", this::refresh)
        .open("POST", "/user/validateToken", this::validate)
        .signedIn("GET", "/user/getInfo", Scope.ACCOUNT, this::info)
        .signedIn("GET", "/user/info", Scope.ACCOUNT, this::info)
        .signedIn("POST", "/user/updateInfo", Scope.ACCOUNT, this::update);
  }

  private void register(Exchange exchange) {
    var fields = Fields.of(exchange);
    var profile =
        new Profile(
            fields.text("first_name"),
            fields.text("last_name"),
            fields.orEmpty("country"),
            fields.orEmpty("affiliation"),
            fields.orEmpty("position"),
            fields.orEmpty("field_of_study"));
    var registration =
        new Registration(
            fields.text("username"), fields.text("email"), fields.text("password"), profile);
    fields.check();
    exchange.reply(201, UserJson.of(newcomers.register(registration, exchange.visitor())));
  }

  private void signIn(Exchange exchange) {
    var fields = Fields.of(exchange);
    var username = fields.text("username");
    var password = fields.text("password");
    fields.check();
    exchange.reply(TokensJson.of(sessions.signIn(username, password, SESSION, exchange.visitor())));
  }

  private void refresh(Exchange exchange) {
    var fields = Fields.of(exchange);
    var token = fields.text("refresh");
    fields.check();
    try {
      exchange.reply(new AccessJson(sessions.refresh(token, SESSION, exchange.visitor()).access()));
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotSignedIn)) {
        throw e;
      }
      exchange.answer(UserchatProblems.badRefreshToken());
    }
  }

  private void validate(Exchange exchange) {
    var token = Fields.of(exchange).orEmpty("token");
    if (token.isBlank()) {
      exchange.reply(400, Map.of("error", "Token is required"));
      return;
    }
    try {
      callers.holder(token, exchange.visitor());
      exchange.reply(new ValidJson(true));
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotSignedIn)) {
        throw e;
      }
      exchange.reply(401, new NotValidJson(false, "Token is invalid"));
    }
  }

  private void info(Caller caller, Exchange exchange) {
    exchange.reply(UserJson.of(accounts.get(caller)));
  }

  private void update(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    for (String field : NEED_A_SECOND_FACTOR) {
      if (fields.has(field)) {
        exchange.reply(403, "Updating " + field + " requires 2fa");
        return;
      }
    }
    var change =
        new ProfileChange(
            fields.optional("first_name"),
            fields.optional("last_name"),
            fields.optional("country"),
            fields.optional("affiliation"),
            fields.optional("position"),
            fields.optional("field_of_study"));
    fields.check();
    exchange.reply(ProfileJson.of(accounts.changeProfile(caller, change)));
  }
}
