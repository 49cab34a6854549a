package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.Persona.Known;
import org.colloquy.server.api.Persona.Unknown;
import org.colloquy.server.api.agents.SocketClient;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.Json;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every door of every face, and everybody who may come to it. What is due to whom follows from
/// what the endpoint says that it needs; `access.txt` has that in writing.
class AccessTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final List<Persona> PERSONAS = Personas.at(SERVER);
  private static final String NOTHING = new UUID(0, 0).toString();

  /// Where a program is refused whatever its token says, or it could become more than that.
  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "PATCH /users/me",
          "POST /api/tokens",
          "PUT /api/account/sign-in",
          "POST /api/accounts/{id}/reset-code",
          "POST /api/invitations",
          "PATCH /api/keys/{id}",
          "PUT /api/quotas");

  /// Where a session is exchanged, which neither a program nor the local owner has.
  private static final Set<String> FOR_SESSIONS = Set.of("POST /users/refresh");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Door> doors() {
    return Door.of(SERVER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void letsInWhoMayComeAndNobodyElse(Door door) {
    var softly = new SoftAssertions();
    for (var persona : PERSONAS) {
      var meant = door.meant(SERVER, persona.agents());
      if (!(persona.hasSession() && endsSessions(meant))) {
        check(softly, persona, meant, ask(persona, meant, ""));
      }
    }
    softly.assertAll();
  }

  /// Tokens in addresses end up in logs and histories.
  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void takesNoTokenFromTheAddress(Door door) {
    var softly = new SoftAssertions();
    var nobody = PERSONAS.stream().filter(one -> one.name().equals("nobody")).findFirst();
    for (var name : List.of("token", "access_token", "key")) {
      var query = "?" + name + "=" + TestServer.LOCAL_TOKEN;
      var meant = door.meant(SERVER, false);
      check(softly, nobody.orElseThrow(), meant, ask(nobody.orElseThrow(), meant, query));
    }
    softly.assertAll();
  }

  @Test
  void letsInToTheWebSocketWhoMayAskAndNobodyElse() {
    var softly = new SoftAssertions();
    for (var persona : PERSONAS) {
      if (persona.token().contains(" ")) {
        continue; // cannot stand in an address
      }
      try (var socket = SocketClient.open(SERVER.port(), "?token=" + persona.token())) {
        if (persona.due() instanceof Known(var scopes) && scopes.contains(Scope.WRITE)) {
          softly
              .assertThat(socket.ask("hi").next())
              .as(persona.name())
              .contains("New conversation");
        } else {
          var why = persona.token().isEmpty() ? "unauthorized" : "jwt error";
          softly
              .assertThat(socket.goodbye())
              .as(persona.name())
              .isEqualTo(new SocketClient.Goodbye(1008, why));
        }
      }
    }
    softly.assertAll();
  }

  private static boolean endsSessions(Door door) {
    var path = door.endpoint().path();
    return path.endsWith("/logout") || path.startsWith("/api/sessions");
  }

  private static void check(
      SoftAssertions softly, Persona persona, Door door, HttpResponse<String> answer) {
    int status = answer.statusCode();
    switch (door.endpoint()) {
      case Endpoint.Open open when open.path().equals("/users/validate-token") ->
          softly.assertThat(status).as(persona.name()).isEqualTo(dueWhereTokensAreTried(persona));
      case Endpoint.Open _ ->
          softly.assertThat(status).as(persona.name()).isNotIn(401, 403).isLessThan(500);
      case Endpoint.Socket _ -> softly.assertThat(status).as(persona.name()).isEqualTo(426);
      case Endpoint.SignedIn signedIn -> check(softly, persona, door, signedIn, answer);
    }
  }

  private static int dueWhereTokensAreTried(Persona persona) {
    return switch (persona.due()) {
      case Known _ -> 200;
      case Unknown(var why) -> why == Why.NO_ACCOUNT ? 404 : 401;
    };
  }

  private static void check(
      SoftAssertions softly,
      Persona persona,
      Door door,
      Endpoint.SignedIn endpoint,
      HttpResponse<String> answer) {
    switch (persona.due()) {
      case Unknown(var why) when !persona.silent() || !door.withoutLogin() ->
          refused(softly, persona, door, new Problem.NotSignedIn(why), answer);
      case Known(var scopes) when !scopes.contains(endpoint.needs()) -> {
        var missing = "it needs the right to " + endpoint.needs().word();
        refused(softly, persona, door, new Problem.NotAllowed(missing), answer);
      }
      case Unknown _, Known _ -> {
        var answered = softly.assertThat(answer.statusCode()).as(persona.name());
        answered.isLessThan(500);
        if (!door.isOneOf(FOR_SESSIONS)) {
          answered.isNotIn(door.isOneOf(FOR_PEOPLE) ? List.of(401) : List.of(401, 403));
        }
      }
    }
  }

  private static void refused(
      SoftAssertions softly,
      Persona persona,
      Door door,
      Problem problem,
      HttpResponse<String> answer) {
    var expected = door.face().problems().answer(problem);
    softly.assertThat(answer.statusCode()).as(persona.name()).isEqualTo(expected.status());
    softly.assertThat(answer.body()).as(persona.name()).isEqualTo(text(expected));
  }

  private static String text(Answer answer) {
    return answer.body() instanceof Answer.Text said ? said.text() : Json.text(answer.body());
  }

  private static HttpResponse<String> ask(Persona persona, Door door, String query) {
    var address = "http://localhost:" + SERVER.port() + door.path(NOTHING) + query;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .version(HttpClient.Version.HTTP_1_1)
            .method(door.endpoint().method(), BodyPublishers.noBody());
    if (!persona.shows().isEmpty()) {
      request.header(persona.header(), persona.shows());
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void isNotForPagesOfOtherOrigins(Door door) {
    var method = door.endpoint().method();
    for (var sign :
        new String[] {
          "Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
        }) {
      var answer = raw(method, door.path(NOTHING), "localhost:" + SERVER.port(), sign);
      if (!method.equals("GET")) {
        assertThat(answer.status()).isEqualTo(403);
      }
      assertThat(answer.head()).doesNotContain("Access-Control");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void goesByItsOwnNamesOnly(Door door) {
    var method = door.endpoint().method();
    assertThat(raw(method, door.path(NOTHING), "evil.example", "Accept: */*").status())
        .isEqualTo(421);
  }

  private static RawAnswer raw(String method, String path, String host, String header) {
    return RawAnswer.to(
        SERVER.port(),
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nAuthorization: Bearer "
            + TestServer.LOCAL_TOKEN
            + "\r\n"
            + header
            + "\r\nContent-Length: 0\r\n\r\n");
  }
}
