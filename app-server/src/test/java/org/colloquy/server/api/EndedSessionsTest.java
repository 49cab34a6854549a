package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint that wants to know who asks, asked with a token of somebody who signed out.
class EndedSessionsTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final TestClient GONE = signedOut();

  private static TestClient signedOut() {
    var client = SERVER.member("ada");
    assertThat(client.send("DELETE", "/api/sessions/current", "").statusCode()).isEqualTo(204);
    return client;
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> endpoints() {
    return SERVER.faces().stream()
        .flatMap(face -> face.paths().endpoints().stream())
        .filter(endpoint -> endpoint instanceof Endpoint.SignedIn)
        .map(endpoint -> Arguments.of(endpoint.method(), endpoint.path()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void refusesATokenOfASignInThatEnded(String method, String path) {
    var answer = GONE.send(method, path.replaceAll("\\{[a-z]+}", new UUID(0, 0).toString()), "");

    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
