package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint of every face, asked by those who may not.
class AccessTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));

  /// Faces for which whoever asks on this machine without a word is the owner.
  private static final Set<String> NO_LOGIN = Set.of("chats");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> endpoints() {
    return of(SERVER.faces().stream());
  }

  static Stream<Arguments> withLogin() {
    return of(SERVER.faces().stream().filter(face -> !NO_LOGIN.contains(face.name())));
  }

  static Stream<Arguments> withoutLogin() {
    return of(SERVER.faces().stream().filter(face -> NO_LOGIN.contains(face.name())));
  }

  private static Stream<Arguments> of(Stream<Face> faces) {
    return faces
        .flatMap(face -> face.paths().endpoints().stream())
        .map(endpoint -> Arguments.of(endpoint.method(), path(endpoint), endpoint));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("withLogin")
  void isForThoseWhoProveWhoTheyAre(String method, String path, Endpoint endpoint) {
    var expected =
        switch (endpoint) {
          case Endpoint.Open _ when path.equals("/users/validate-token") -> 401;
          case Endpoint.Open _ -> 400;
          case Endpoint.SignedIn _ -> 401;
        };

    for (var proof :
        new String[] {
          "",
          "Authorization: Basic " + TestServer.LOCAL_TOKEN + "\r\n",
          "Authorization: Bearer " + TestServer.LOCAL_TOKEN + "x\r\n",
          "Cookie: token=" + TestServer.LOCAL_TOKEN + "\r\n",
        }) {
      assertThat(ask(method, path, proof).status()).isEqualTo(expected);
    }
    assertThat(ask(method, path + "?token=" + TestServer.LOCAL_TOKEN, "").status())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("withoutLogin")
  void isForTheOwnerButNotForThoseWhoClaimToBeSomebodyElse(String method, String path) {
    assertThat(ask(method, path, "").status()).isIn(200, 404, 422);
    for (var claim :
        new String[] {
          "Authorization: Basic " + TestServer.LOCAL_TOKEN + "\r\n",
          "Authorization: Bearer " + TestServer.LOCAL_TOKEN + "x\r\n",
          "Authorization: \r\n",
        }) {
      assertThat(ask(method, path, claim).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("withoutLogin")
  void isNotForOtherPagesThatCountOnTheOwner(String method, String path) {
    for (var sign :
        new String[] {
          "Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
        }) {
      assertThat(ask(method, path, sign).status()).isEqualTo(method.equals("GET") ? 401 : 403);
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
