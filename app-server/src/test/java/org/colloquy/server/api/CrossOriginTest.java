package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.TestServer;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.SharingConfig;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint of every face, asked by a page of another origin that the owner allowed.
class CrossOriginTest {
  private static final String ORIGIN = "http://localhost:3000";
  private static final TestServer SERVER =
      TestServer.with(ScriptedChatModel.saying("x"), allowing(ORIGIN));

  private static ServerConfig allowing(String origin) {
    var usual = ServerConfig.in(Path.of("unused"), Path.of("unused"));
    return new ServerConfig(
        usual.folder(),
        usual.port(),
        usual.portTaken(),
        List.of(origin),
        usual.openAiAddress(),
        usual.openAiKey(),
        usual.leaving(),
        usual.systemMessages(),
        usual.answersAtOnce(),
        usual.search(),
        usual.keys(),
        usual.files(),
        usual.localServers(),
        SharingConfig.USUAL,
        usual.operation());
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> endpoints() {
    return SERVER
        .endpoints()
        .map(endpoint ->
            Arguments.of(endpoint.method(), endpoint.path().replaceAll("\\{[a-z]+}", "1")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void tellsTheBrowserWithoutLoginThatThePageMayAsk(String method, String path) {
    var answer =
        ask(
            "OPTIONS",
            path,
            "Access-Control-Request-Method: "
                + method
                + "\r\nAccess-Control-Request-Headers: authorization,content-type,x-user-id\r\n");

    assertThat(answer.status()).isEqualTo(200);
    readable(answer);
    assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains(method);
    assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
        .contains("authorization", "content-type", "x-user-id");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void letsThePageReadWhatWentWrong(String method, String path) {
    var answer = ask(method, path, "Authorization: Bearer nonsense\r\n");

    assertThat(answer.status()).isLessThan(500);
    readable(answer);
  }

  @Test
  void letsThePageReadThatThereIsNothing() {
    readable(ask("GET", "/nothing", ""));
    readable(ask("DELETE", "/user/auth", ""));
    readable(ask("GET", "/chat/nothing", ""));
  }

  private static void readable(RawAnswer answer) {
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(ORIGIN);
    assertThat(answer.header("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
  }

  private static RawAnswer ask(String method, String path, String headers) {
    return RawAnswer.to(
        SERVER.port(),
        "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nOrigin: %s\r\n%sContent-Length: 0\r\n\r\n"
            .formatted(method, path, SERVER.port(), ORIGIN, headers));
  }
}
