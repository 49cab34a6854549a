package org.colloquy.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.Fault;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiClientTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ApiClient api = new ApiClient(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  private Problem problem(int status, String body) {
    server.refuse("/conversations", status, body);
    return catchThrowableOfType(ProblemException.class, api::conversations).problem();
  }

  @Test
  void readsEveryProblem() {
    assertThat(problem(404, "{\"problem\":\"not-found\",\"what\":\"conversation\"}"))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(
            problem(
                400,
                "{\"problem\":\"invalid\",\"faults\":[{\"field\":\"text\",\"why\":\"empty\"}]}"))
        .isEqualTo(new Problem.Invalid(List.of(new Fault("text", "empty"))));
    assertThat(problem(401, "{\"problem\":\"not-signed-in\",\"why\":\"wrong-kind\"}"))
        .isEqualTo(new Problem.NotSignedIn(Why.WRONG_KIND));
    assertThat(problem(403, "{\"problem\":\"not-allowed\",\"what\":\"x\"}"))
        .isEqualTo(new Problem.NotAllowed("x"));
    assertThat(problem(409, "{\"problem\":\"conflict\",\"what\":\"x\"}"))
        .isEqualTo(new Problem.Conflict("x"));
    assertThat(problem(409, "{\"problem\":\"busy\",\"what\":\"x\"}"))
        .isEqualTo(new Problem.Busy("x"));
    assertThat(problem(413, "{\"problem\":\"too-large\",\"limit\":99}"))
        .isEqualTo(new Problem.TooLarge(99));
    assertThat(problem(429, "{\"problem\":\"rate-limited\",\"retryAfter\":7}"))
        .isEqualTo(new Problem.RateLimited(Duration.ofSeconds(7)));
    assertThat(problem(429, "{\"problem\":\"quota-reached\",\"what\":\"x\"}"))
        .isEqualTo(new Problem.QuotaReached("x"));
    assertThat(problem(503, "{\"problem\":\"unavailable\",\"why\":\"Full.\"}"))
        .isEqualTo(new Problem.Unavailable("Full."));
    assertThat(problem(500, "{\"problem\":\"internal\",\"incident\":\"ab12\"}"))
        .isEqualTo(new Problem.Internal("ab12"));
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryFaultOfAProvider(UpstreamFault fault) {
    var wire = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(
            problem(
                502,
                "{\"problem\":\"upstream\",\"provider\":\"P\",\"fault\":\""
                    + wire
                    + "\",\"status\":418,\"said\":\"s\"}"))
        .isEqualTo(new Problem.Upstream("P", fault, 418, "s"));
  }

  @Test
  void saysThatNobodyAnswersWhenTheServerIsGone() {
    server.close();
    assertThatThrownBy(api::conversations).isInstanceOf(Unreachable.class);
  }

  @Test
  void saysThatItIsNotOurServerWhenRubbishComes() {
    server.refuse("/conversations", 200, "<html>");
    assertThatThrownBy(api::conversations).isInstanceOf(Unreachable.class);
    server.refuse("/conversations", 502, "Bad gateway");
    assertThatThrownBy(api::conversations)
        .isInstanceOfSatisfying(
            Unreachable.class, e -> assertThat(e.detail()).isEqualTo("HTTP 502"));
    server.refuse("/conversations", 200, "{\"conversations\":[{\"id\":\"not an id\"}]}");
    assertThatThrownBy(api::conversations).isInstanceOf(Unreachable.class);
  }

  @Test
  void waitsForAServerThatIsStillStarting() throws InterruptedException {
    var address = new ServerAddress();
    var early = new ApiClient(address);
    var asking = Thread.ofVirtual().start(early::conversations);
    var known = server.address().await();
    address.ready(known.base(), known.token());
    assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void tellsEverybodyWhoWaitsThatThereWillBeNoServer() {
    var address = new ServerAddress();
    address.failed("the folder is locked");
    assertThatThrownBy(new ApiClient(address)::conversations)
        .isInstanceOf(Unreachable.class)
        .hasMessage("the folder is locked");
  }

  @Test
  void neverPrintsTheToken() {
    var known = new ServerAddress.Known(URI.create("http://127.0.0.1:1"), "secret");
    assertThat(known.toString()).doesNotContain("secret");
  }

  @Test
  void knowsWhatStaysOnThisComputer() {
    var providers = api.providers();
    assertThat(providers.providers().getFirst().kind()).isEqualTo(ProviderKind.LOCAL);
    assertThat(providers.providers().getFirst().onThisComputer()).isTrue();
    assertThat(
            api.addProvider("A", ProviderKind.OPENAI_CHAT, "http://127.0.0.1:9100/v1")
                .onThisComputer())
        .isTrue();
    assertThat(
            api.addProvider("B", ProviderKind.OPENAI_CHAT, "https://api.openai.com/v1")
                .onThisComputer())
        .isFalse();
    assertThat(
            api.addProvider("C", ProviderKind.OPENAI_CHAT, "https://localhost.example.org/v1")
                .onThisComputer())
        .isFalse();
  }
}
