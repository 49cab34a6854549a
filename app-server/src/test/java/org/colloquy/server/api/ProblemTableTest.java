package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.RequestFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem, in the words of every face.
class ProblemTableTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final String SAID = "said by the provider";

  private static final List<Problem> PROBLEMS =
      List.of(
          new Problem.NotFound("conversation"),
          new Problem.Invalid("title", "is bad"),
          new Problem.NotSignedIn(Why.MISSING),
          new Problem.NotSignedIn(Why.MALFORMED),
          new Problem.NotSignedIn(Why.NOT_VALID),
          new Problem.NotSignedIn(Why.WRONG_KIND),
          new Problem.NotSignedIn(Why.NO_ACCOUNT),
          new Problem.NotSignedIn(Why.WRONG_PASSWORD),
          new Problem.NotAllowed("that"),
          new Problem.Conflict("username"),
          new Problem.Busy("conversation"),
          new Problem.TooLarge(7),
          new Problem.RateLimited(Duration.ofSeconds(9)),
          new Problem.QuotaReached("tokens"),
          new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, SAID),
          new Problem.Unavailable("The disk is full."),
          new Problem.Internal("1234"));

  private static final List<RequestFault> FAULTS =
      List.of(
          new RequestFault.MethodNotAllowed("PUT"),
          new RequestFault.UnsupportedType("text/plain"),
          new RequestFault.Malformed("Expecting value", 1, 1, 0),
          new RequestFault.NotAnObject("list"));

  /// The status of each problem, in the order above.
  private static final Map<String, List<Integer>> OF_PROBLEMS =
      Map.of(
          "userchat",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 400, 403, 400, 409, 413, 429, 429, 502, 503, 500),
          "agents",
          List.of(
              404, 422, 401, 401, 401, 401, 401, 400, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "chatrest",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 401, 403, 400, 409, 413, 429, 429, 502, 503, 500),
          "chats",
          List.of(
              404, 422, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "prompt",
          List.of(
              404, 422, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "openai",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "app",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "docs",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "metrics",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500),
          "web",
          List.of(
              404, 400, 401, 401, 401, 401, 401, 401, 403, 409, 409, 413, 429, 429, 502, 503, 500));

  /// The status of each fault, in the order above.
  private static final Map<String, List<Integer>> OF_FAULTS =
      Map.of(
          "userchat", List.of(405, 415, 400, 400),
          "agents", List.of(405, 422, 422, 422),
          "chatrest", List.of(404, 400, 400, 400),
          "chats", List.of(404, 415, 400, 422),
          "prompt", List.of(405, 415, 422, 422),
          "openai", List.of(405, 415, 400, 400),
          "app", List.of(405, 415, 400, 400),
          "docs", List.of(405, 415, 400, 400),
          "metrics", List.of(405, 415, 400, 400),
          "web", List.of(405, 415, 400, 400));

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Face> faces() {
    return SERVER.faces().stream();
  }

  @ParameterizedTest
  @MethodSource("faces")
  void hasAStatusInEveryFace(Face face) {
    assertThat(PROBLEMS.stream().map(problem -> face.problems().answer(problem).status()))
        .containsExactlyElementsOf(Objects.requireNonNull(OF_PROBLEMS.get(face.name())));
  }

  @ParameterizedTest
  @MethodSource("faces")
  void saysWhatIsWrongWithTheRequestItself(Face face) {
    assertThat(FAULTS.stream().map(fault -> face.problems().answer(fault).status()))
        .containsExactlyElementsOf(Objects.requireNonNull(OF_FAULTS.get(face.name())));
  }

  @Test
  void namesEveryProblemAndEveryFault() {
    assertThat(PROBLEMS.stream().<Class<?>>map(Object::getClass))
        .containsAll(List.of(Problem.class.getPermittedSubclasses()));
    assertThat(FAULTS.stream().<Class<?>>map(Object::getClass))
        .containsAll(List.of(RequestFault.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("faces")
  void tellsWhenToComeBack(Face face) {
    var problem = new Problem.RateLimited(Duration.ofSeconds(9));
    assertThat(face.problems().answer(problem).headers()).containsEntry("Retry-After", "9");
  }
}
