package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderId;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private static final Problem CUT = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");
  private static final List<Prompt.Line> LINES =
      List.of(
          new Prompt.Line(Role.SYSTEM, "Be brief."),
          new Prompt.Line(Role.ASSISTANT, "Hm?"),
          new Prompt.Line(Role.USER, "Hi"));

  private final RecordingSink sink = new RecordingSink();
  private TestCore test = TestCore.with(ScriptedChatModel.saying("Hello", " there"));

  @AfterEach
  void close() {
    test.close();
  }

  private void model(ScriptedReply reply) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(reply));
  }

  private Completion run(ModelChoice choice, TurnSink to) {
    var told = new Completion[1];
    test.core()
        .completions()
        .run(
            test.owner(),
            new CompletionRequest(choice, LINES),
            completion -> {
              told[0] = completion;
              return to;
            });
    return told[0];
  }

  private ProviderId openAi() {
    return test.core().providers().openAi(test.owner()).id();
  }

  @Test
  void asksWhatTheClientBringsAndStoresNothing() {
    model(ScriptedReply.says("Hello", " there").thinking("hm").taking(new Usage(7, 2)));

    var completion = run(new ModelChoice.Usual(), sink);

    assertThat(sink.events())
        .containsExactly(
            new TurnEvent.ReasoningDelta("hm"),
            new TurnEvent.TextDelta("Hello"),
            new TurnEvent.TextDelta(" there"),
            new TurnEvent.Finished(new Usage(7, 2)));
    assertThat(test.model().prompts()).containsExactly(new Prompt("local", LINES, List.of()));
    assertThat(completion.model()).isEqualTo("local");
    assertThat(completion.startedAt()).isEqualTo(test.clock().instant());
    assertThat(test.core().conversations().newestFirst(test.owner())).isEmpty();
  }

  @Test
  void endsWithTheFailureAfterWhatWasSaid() {
    model(ScriptedReply.says("half", "never").failingAfter(1, CUT));

    run(new ModelChoice.Usual(), sink);

    assertThat(sink.events())
        .containsExactly(new TurnEvent.TextDelta("half"), new TurnEvent.Failed(CUT));
  }

  @Test
  void letsASinkThatSaidNothingThrowTheFailure() {
    model(ScriptedReply.fails(CUT));
    var refusing =
        new RecordingSink(event -> {
          throw new ProblemException(((TurnEvent.Failed) event).problem());
        });

    assertThat(Problems.of(() -> run(new ModelChoice.Usual(), refusing))).isEqualTo(CUT);
  }

  @Test
  void stopsTheModelWhenTheReaderHasGone() {
    model(ScriptedReply.says("one", "two", "three"));
    var leaving = RecordingSink.leavingAfter(1);

    assertThatThrownBy(() -> run(new ModelChoice.Usual(), leaving)).isInstanceOf(SinkClosed.class);

    assertThat(leaving.events()).containsExactly(new TurnEvent.TextDelta("one"));
  }

  @Test
  void failsWhatIsRunningWhenTheProgramEnds() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("one", "never").waitingBefore(1, gate));
    var running = Thread.ofVirtual().start(() -> run(new ModelChoice.Usual(), sink));
    gate.awaitReached();

    test.core().completions().close();
    running.join();

    assertThat(sink.text()).isEqualTo("one");
    assertThat(sink.ends())
        .containsExactly(
            new TurnEvent.Failed(new Problem.Unavailable("Colloquy is being closed.")));
    assertThat(test.model().cancelled()).isTrue();
  }

  @Test
  void asksAModelOfTheNamedProvider() {
    assertThat(run(new ModelChoice.OfProvider(openAi(), ""), sink).model()).isEqualTo("gpt-4o");
    assertThat(run(new ModelChoice.OfProvider(openAi(), "gpt-4O Mini"), sink).model())
        .isEqualTo("gpt-4o-mini");
    assertThat(run(new ModelChoice.OfProvider(openAi(), "brand-new"), sink).model())
        .isEqualTo("brand-new");
  }

  @Test
  void fetchesTheModelsOfAProviderThatWasJustAdded() {
    var lab = test.core().providers().add(test.owner(), "Lab", "http://127.0.0.1:9");

    assertThat(run(new ModelChoice.OfProvider(lab.id(), ""), sink).model()).isEqualTo("gpt-4o");
    assertThat(test.core().providers().get(test.owner(), lab.id()).models()).hasSize(1);
  }

  @Test
  void putsTheProviderThatAnswersFirst() {
    var models = test.core().models();
    var builtIn = models.providersUsualFirst(test.owner());
    test.core().keys().putFor(test.owner(), openAi(), Secret.of("sk-abcdefgh1234"));
    var withKey = models.providersUsualFirst(test.owner());

    assertThat(builtIn).extracting("name").containsExactly("Colloquy", "OpenAI");
    assertThat(withKey).extracting("name").containsExactly("OpenAI", "Colloquy");
  }

  @Test
  void doesNotAskOtherPeoplesProvidersNorAboutNothing() {
    var theirs = test.core().providers().add(test.member("eve"), "Lab", "https://lab.example/v1");
    var nothing = new CompletionRequest(new ModelChoice.Usual(), List.of());

    assertThat(Problems.of(() -> run(new ModelChoice.OfProvider(theirs.id(), "x"), sink)))
        .isEqualTo(new Problem.NotFound("provider"));
    assertThat(Problems.of(() -> test.core().completions().run(test.owner(), nothing, _ -> sink)))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(test.model().prompts()).isEmpty();
  }
}
