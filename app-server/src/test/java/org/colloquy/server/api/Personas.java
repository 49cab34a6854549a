package org.colloquy.server.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.identity.Scope;

/// Everybody who may come to a door of a server: those who should get in, and all kinds of those
/// who should not.
final class Personas {
  private static final Set<Scope> ALL = Scope.of(AccountRole.OWNER);

  private static final Set<Scope> ALL_OF_A_MEMBER = Scope.of(AccountRole.MEMBER);

  private final TestServer server;
  private final TestClient owner;
  private final List<Persona> all = new ArrayList<>();

  private Personas(TestServer server) {
    this.server = server;
    this.owner = server.owner();
  }

  static List<Persona> at(TestServer server) {
    var personas = new Personas(server);
    personas.late();
    personas.nobody();
    personas.revoked();
    personas.people();
    personas.programs();
    personas.gone();
    return List.copyOf(personas.all);
  }

  /// Those who come too late.
  private void late() {
    var late = member("late");
    var session = signedIn("late");
    var program = program(late, 1, ALL_OF_A_MEMBER);
    server.core().clock().advance(Duration.ofDays(2));
    all.add(Persona.unknown("expired session", field(session, "access"), Why.NOT_VALID));
    all.add(Persona.unknown("expired program", field(program, "token"), Why.NOT_VALID));
    var refresh = field(signedIn("late"), "refresh");
    all.add(Persona.unknown("refresh token as access token", refresh, Why.WRONG_KIND));
  }

  private void nobody() {
    var token = TestServer.LOCAL_TOKEN;
    all.add(Persona.unknown("nobody", "Authorization", "", Why.MISSING));
    all.add(Persona.unknown("cookie", "Cookie", "token=" + token, Why.MISSING));
    all.add(Persona.unknown("x-api-key", "X-Api-Key", token, Why.MISSING));
    all.add(Persona.unknown("basic", "Authorization", "Basic " + token, Why.MISSING));
    all.add(Persona.unknown("no token", "Authorization", "Bearer", Why.MALFORMED));
    all.add(Persona.unknown("two tokens", token + " " + token, Why.MALFORMED));
    all.add(Persona.unknown("forged local token", token + "x", Why.NOT_VALID));
    var session = field(signedIn("late"), "access");
    var forged = session.substring(0, session.length() - 8) + "forged00";
    all.add(Persona.unknown("forged session", forged, Why.NOT_VALID));
  }

  private void revoked() {
    var careful = member("careful");
    var program = program(careful, 30, ALL_OF_A_MEMBER);
    careful.send("DELETE", "/api/tokens/" + field(program, "id"), "");
    var token = field(program, "token");
    all.add(Persona.unknown("revoked program", token, Why.NOT_VALID));
    var mistyped = token.substring(0, token.length() - 1) + "-";
    all.add(Persona.unknown("mistyped program", mistyped, Why.NOT_VALID));
  }

  private void people() {
    all.add(Persona.signedIn("local owner", TestServer.LOCAL_TOKEN, ALL));
    for (var role : AccountRole.values()) {
      var name = role.name().toLowerCase(Locale.ROOT);
      var client = member("a." + name);
      become(client, "role", "\"" + name + "\"");
      all.add(Persona.signedIn(name, client.token(), Scope.of(role)));
      all.add(Persona.throughAgents(name + " of agents", agentsToken("a." + name), Scope.of(role)));
    }
  }

  private void programs() {
    var maker = member("maker");
    become(maker, "role", "\"owner\"");
    for (var scope : Scope.values()) {
      var only = field(program(maker, 30, Set.of(scope)), "token");
      all.add(Persona.program("program that may only " + scope.word(), only, Set.of(scope)));
    }
    all.add(Persona.program("program", field(program(maker, 30, ALL), "token"), ALL));
    for (var role : List.of(AccountRole.MEMBER, AccountRole.GUEST)) {
      var name = role.name().toLowerCase(Locale.ROOT);
      var demoted = member("demoted." + name);
      become(demoted, "role", "\"owner\"");
      var token = field(program(demoted, 30, ALL), "token");
      become(demoted, "role", "\"" + name + "\"");
      all.add(Persona.program("program of a demoted " + name, token, Scope.of(role)));
    }
  }

  private void gone() {
    var disabled = member("disabled");
    var program = field(program(disabled, 30, ALL_OF_A_MEMBER), "token");
    become(disabled, "disabled", "true");
    all.add(Persona.unknown("disabled account", disabled.token(), Why.NO_ACCOUNT));
    all.add(Persona.unknown("program of a disabled account", program, Why.NO_ACCOUNT));
    var removed = member("removed");
    var left = field(program(removed, 30, ALL_OF_A_MEMBER), "token");
    owner.send("DELETE", "/users/" + account(removed), "");
    all.add(Persona.unknown("removed account", removed.token(), Why.NO_ACCOUNT));
    all.add(Persona.unknown("program of a removed account", left, Why.NOT_VALID));
  }

  private TestClient member(String name) {
    return server.member(name);
  }

  private String signedIn(String name) {
    return anybody("/user/auth", "{\"username\":\"%s\",\"password\":\"a good password\"}", name);
  }

  private String agentsToken(String name) {
    var login = "{\"username\":\"%s\",\"password\":\"a good password\"}";
    return field(anybody("/auth/jwt/login", login, name), "access_token");
  }

  private String anybody(String path, String body, String name) {
    return new TestClient(server.port(), "").post(path, body.formatted(name)).body();
  }

  private static String program(TestClient client, int days, Set<Scope> scopes) {
    var words = scopes.stream().map(scope -> "\"" + scope.word() + "\"").toList();
    return client
        .post("/api/tokens", "{\"name\":\"x\",\"days\":%d,\"scopes\":%s}".formatted(days, words))
        .body();
  }

  private void become(TestClient client, String field, String value) {
    var change = "{\"" + field + "\":" + value + "}";
    owner.send("PATCH", "/api/accounts/" + account(client), change);
  }

  static String account(TestClient client) {
    return field(client.get("/users/validate-token").body(), "user_id");
  }

  private static String field(String json, String name) {
    return TestClient.field(json, name);
  }
}
