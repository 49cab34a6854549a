package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.usage.ModelUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeteredTurnsTest {
  private static final Problem CUT = new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, "");

  private final RecordingSink sink = new RecordingSink();
  private TestCore test = TestCore.with(ScriptedChatModel.saying());

  @AfterEach
  void close() {
    test.close();
  }

  private Conversation talkWith(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies));
    test.core().keys().addForOpenAi(test.owner(), "mine", Secret.of("sk-abcdefgh1234"));
    return test.core().conversations().create(test.owner(), "talk");
  }

  private void ask(Conversation talk) {
    var request =
        new TurnRequest(
            talk.id(),
            new TurnRequest.Question.Said("Why is the sky blue?", null),
            new ModelChoice.Usual(),
            TurnRequest.WhenReaderLeaves.STOP);
    test.core().turns().run(test.owner(), request, sink);
  }

  private List<ModelUse> used() {
    test.core().usages().awaitNoted();
    return test.stores().usages().after(test.owner().account(), 0, 100);
  }

  @Test
  void keepsWhatTheProviderTells() {
    var talk = talkWith(ScriptedReply.says("Light", " scatters.").taking(new Usage(70, 20)));
    ask(talk);

    var use = used().getFirst();
    assertThat(used()).hasSize(1);
    assertThat(use.usage()).isEqualTo(new Usage(70, 20));
    assertThat(use.estimated()).isFalse();
    assertThat(use.conversation()).isEqualTo(talk.id());
    assertThat(use.provider()).isEqualTo("OpenAI");
    assertThat(use.keyName()).isEqualTo("mine");
    assertThat(use.cost()).isEqualTo(70 * 5 / 2 + 20 * 10L);
    assertThat(use.at()).isEqualTo(test.clock().instant());
  }

  @Test
  void reckonsLessForWhatTheProviderHadInItsCache() {
    ask(talkWith(ScriptedReply.says("Light.").taking(new Usage(70, 20, 40, 0, 5))));

    var use = used().getFirst();
    assertThat(use.usage()).isEqualTo(new Usage(70, 20, 40, 0, 5));
    assertThat(use.cost()).isEqualTo(30 * 5 / 2 + 40 * 5 / 4 + 20 * 10L);
  }

  @Test
  void countsWhatTheProviderDoesNotTell() {
    ask(talkWith(ScriptedReply.says("Light scatters.").taking(Usage.NONE)));

    var use = used().getFirst();
    assertThat(use.estimated()).isTrue();
    assertThat(use.usage().output()).isEqualTo("Light scatters.".length() / 4 + 1);
    assertThat(use.usage().input()).isGreaterThanOrEqualTo("Why is the sky blue?".length() / 4);
  }

  @Test
  void countsAnAnswerThatBrokeOff() {
    ask(talkWith(ScriptedReply.says("Light", " never").failingAfter(1, CUT)));

    assertThat(sink.ends()).containsExactly(new TurnEvent.Failed(CUT));
    assertThat(used()).hasSize(1);
    assertThat(used().getFirst().estimated()).isTrue();
    assertThat(used().getFirst().usage().output()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED, 401", "FAILED, 200", "TIMEOUT, 0", "CUT, 0"})
  void countsNothingWhenTheProviderRefuses(UpstreamFault fault, int status) {
    ask(talkWith(ScriptedReply.fails(refusal(fault, status))));
    assertThat(used()).isEmpty();
  }

  private static Problem refusal(UpstreamFault fault, int status) {
    return new Problem.Upstream("OpenAI", fault, status, "");
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "TIMEOUT"})
  void countsThePromptWhenTheProviderHadBegunAndSaidNothing(UpstreamFault fault) {
    ask(talkWith(ScriptedReply.fails(refusal(fault, 200))));

    assertThat(used()).hasSize(1);
    assertThat(used().getFirst().estimated()).isTrue();
    assertThat(used().getFirst().usage().input()).isPositive();
    assertThat(used().getFirst().usage().output()).isEqualTo("".length() / 4 + 1);
  }

  @Test
  void countsEveryRoundOfATurnWithTools() {
    var call = new ToolCall("1", "recall_memory", "{\"about\":\"sky\"}");
    var talk =
        talkWith(
            ScriptedReply.says("I look.").askingFor(call).taking(new Usage(5, 6)),
            ScriptedReply.says("Blue.").taking(new Usage(7, 8)));
    var request =
        new TurnRequest(
                talk.id(),
                new TurnRequest.Question.Said("Why?", null),
                new ModelChoice.Usual(),
                TurnRequest.WhenReaderLeaves.STOP)
            .by(new Agent(0, "Sky", "", "", List.of("recall_memory")));
    test.core().turns().run(test.owner(), request, sink);

    assertThat(used())
        .extracting(ModelUse::usage)
        .containsExactlyInAnyOrder(new Usage(5, 6), new Usage(7, 8));
  }

  @Test
  void keepsWhatCompletionsTake() {
    talkWith(ScriptedReply.says("Hi").taking(new Usage(3, 1)));
    var lines = List.of(new Prompt.Line(Role.USER, "Hi"));
    test.core()
        .completions()
        .run(test.owner(), new CompletionRequest(new ModelChoice.Usual(), lines), _ -> sink);

    assertThat(used()).hasSize(1);
    assertThat(used().getFirst().conversation()).isNull();
  }
}
