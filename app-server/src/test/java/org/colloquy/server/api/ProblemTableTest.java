package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem, in the words of every face.
class ProblemTableTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final String SAID = "said by the provider";

  /// The columns of the table.
  private static final List<String> FACES = List.of("userchat", "chatrest", "chats", "app");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        row(new Problem.NotFound("conversation"), 404, 404, 404, 404),
        row(new Problem.Invalid("title", "is bad"), 400, 400, 422, 400),
        row(new Problem.NotSignedIn(Why.MISSING), 401, 401, 401, 401),
        row(new Problem.NotSignedIn(Why.MALFORMED), 401, 401, 401, 401),
        row(new Problem.NotSignedIn(Why.NOT_VALID), 401, 401, 401, 401),
        row(new Problem.NotSignedIn(Why.WRONG_KIND), 401, 401, 401, 401),
        row(new Problem.NotSignedIn(Why.NO_ACCOUNT), 401, 401, 401, 401),
        row(new Problem.NotSignedIn(Why.WRONG_PASSWORD), 400, 401, 401, 401),
        row(new Problem.NotAllowed("that"), 403, 403, 403, 403),
        row(new Problem.Conflict("username"), 400, 400, 409, 409),
        row(new Problem.Busy("conversation"), 409, 409, 409, 409),
        row(new Problem.TooLarge(7), 413, 413, 413, 413),
        row(new Problem.RateLimited(Duration.ofSeconds(9)), 429, 429, 429, 429),
        row(new Problem.QuotaReached("tokens"), 429, 429, 429, 429),
        row(new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, SAID), 502, 502, 502, 502),
        row(new Problem.Unavailable("The disk is full."), 503, 503, 503, 503),
        row(new Problem.Internal("1234"), 500, 500, 500, 500));
  }

  /// @param statuses one for each of [#FACES]
  private static Arguments row(Problem problem, Integer... statuses) {
    return Arguments.of(problem, List.of(statuses));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void hasAStatusInEveryFace(Problem problem, List<Integer> statuses) {
    assertThat(FACES.stream().map(name -> face(name).problems().answer(problem).status()))
        .containsExactlyElementsOf(statuses);
  }

  @Test
  void namesEveryProblem() {
    assertThat(problems().<Class<?>>map(row -> row.get()[0].getClass()))
        .containsAll(List.of(Problem.class.getPermittedSubclasses()));
  }

  @Test
  void tellsWhenToComeBack() {
    var problem = new Problem.RateLimited(Duration.ofSeconds(9));
    for (var face : SERVER.faces()) {
      assertThat(face.problems().answer(problem).headers()).containsEntry("Retry-After", "9");
    }
  }

  @Test
  void saysWhatIsWrongWithTheRequestItself() {
    var faults =
        List.of(
            new RequestFault.MethodNotAllowed("PUT"),
            new RequestFault.UnsupportedType("text/plain"),
            new RequestFault.Malformed("Expecting value", 1, 1, 0),
            new RequestFault.NotAnObject("list"));
    for (var face : SERVER.faces()) {
      assertThat(faults.stream().map(fault -> face.problems().answer(fault).status()))
          .containsExactlyElementsOf(statuses(face.name()));
    }
    assertThat(faults.stream().<Class<?>>map(Object::getClass))
        .containsAll(List.of(RequestFault.class.getPermittedSubclasses()));
  }

  /// For a wrong method, a wrong type, what is not JSON and what is not an object.
  private static List<Integer> statuses(String face) {
    return switch (face) {
      case "chatrest" -> List.of(404, 400, 400, 400);
      case "chats" -> List.of(404, 415, 400, 422);
      default -> List.of(405, 415, 400, 400);
    };
  }

  private static Face face(String name) {
    return SERVER.faces().stream()
        .filter(face -> face.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
