package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint of every face, asked by those who may not.
class AccessTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));

  /// Faces where the local owner needs no token on this machine.
  private static final Set<String> WITHOUT_LOGIN = Set.of("chats", "prompt");

  private static final String BASIC = "Authorization: Basic " + TestServer.LOCAL_TOKEN + "\r\n";
  private static final String FORGED = "Authorization: Bearer " + TestServer.LOCAL_TOKEN + "x\r\n";
  private static final String COOKIE = "Cookie: token=" + TestServer.LOCAL_TOKEN + "\r\n";

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> endpoints() {
    return endpoints(_ -> true);
  }

  static Stream<Arguments> endpointsWithALogin() {
    return endpoints(face -> !WITHOUT_LOGIN.contains(face));
  }

  static Stream<Arguments> endpointsWithoutLogin() {
    return endpoints(WITHOUT_LOGIN::contains);
  }

  private static Stream<Arguments> endpoints(Predicate<String> which) {
    return SERVER.faces().stream()
        .filter(face -> which.test(face.name()))
        .flatMap(face -> face.paths().endpoints().stream())
        .map(endpoint -> Arguments.of(endpoint.method(), path(endpoint), endpoint));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpointsWithALogin")
  void isForThoseWhoProveWhoTheyAre(String method, String path, Endpoint endpoint) {
    for (var proof : List.of("", COOKIE, BASIC, FORGED)) {
      check(endpoint, path, ask(method, path, proof).status());
    }
    check(endpoint, path, ask(method, path + "?token=" + TestServer.LOCAL_TOKEN, "").status());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpointsWithoutLogin")
  void believesNoWrongProofWhereNoneIsNeeded(String method, String path, Endpoint endpoint) {
    assertThat(endpoint).isInstanceOf(Endpoint.SignedIn.class);
    for (var proof : List.of(BASIC, FORGED)) {
      assertThat(ask(method, path, proof).status()).isEqualTo(401);
    }
    assertThat(ask(method, path, "").status()).isNotEqualTo(401).isLessThan(500);
  }

  private static void check(Endpoint endpoint, String path, int status) {
    switch (endpoint) {
      case Endpoint.Open _ when path.equals("/users/validate-token") ->
          assertThat(status).isEqualTo(401);
      case Endpoint.Open _ -> assertThat(status).isNotEqualTo(401).isLessThan(500);
      case Endpoint.SignedIn _ -> assertThat(status).isEqualTo(401);
      case Endpoint.Socket _ -> assertThat(status).isEqualTo(426);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void isNotForPagesOfOtherOrigins(String method, String path, Endpoint endpoint) {
    var token = "Authorization: Bearer " + TestServer.LOCAL_TOKEN + "\r\n";
    for (var sign :
        new String[] {
          "Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
        }) {
      var answer = ask(method, path, token + sign);
      if (!method.equals("GET")) {
        assertThat(answer.status()).isEqualTo(403);
      }
      assertThat(answer.head()).doesNotContain("Access-Control");
    }
  }

  @Test
  void goesByItsOwnNamesOnly() {
    for (var path : new String[] {"/api/server", "/nothing", "/health/live", "/user/auth"}) {
      var answer =
          RawAnswer.to(
              SERVER.port(),
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer "
                  + TestServer.LOCAL_TOKEN
                  + "\r\n\r\n");
      assertThat(answer.status()).isEqualTo(421);
    }
  }

  private static RawAnswer ask(String method, String path, String headers) {
    return RawAnswer.to(
        SERVER.port(),
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost:"
            + SERVER.port()
            + "\r\n"
            + headers
            + "Content-Length: 0\r\n\r\n");
  }

  private static String path(Endpoint endpoint) {
    return endpoint.path().replaceAll("\\{[a-z]+}", new UUID(0, 0).toString());
  }
}
