package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.colloquy.model.Conversation;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.quota.Need;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Reservations;
import org.colloquy.server.core.quota.Standing;
import org.colloquy.server.core.quota.Standing.Reserved;
import org.colloquy.server.core.usage.ModelCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Turns of somebody who has a quota. The longest answer of the model that is asked has 16,384
/// tokens.
class QuotaTurnsTest {
  private static final String QUESTION = "Why is the sky blue?";
  private static final Problem USED_UP = new Problem.QuotaReached("tokens today");

  private final RecordingSink sink = new RecordingSink();
  private TestCore test = TestCore.with(ScriptedChatModel.saying());

  @AfterEach
  void close() {
    test.close();
  }

  private Conversation talkWith(long tokensPerDay, ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies));
    test.core().keys().addForOpenAi(test.owner(), "mine", Secret.of("sk-abcdefgh1234"));
    limit(tokensPerDay);
    return test.core().conversations().create(test.owner(), "talk");
  }

  private void limit(long tokensPerDay) {
    var most = new QuotaLimits(tokensPerDay, null, null, null);
    test.core().quotas().put(test.owner(), new Quota(new QuotaHolder.Everybody(), most));
  }

  private TurnRequest request(Conversation talk) {
    return new TurnRequest(
        talk.id(),
        new TurnRequest.Question.Said(QUESTION, null),
        new ModelChoice.Usual(),
        TurnRequest.WhenReaderLeaves.STOP);
  }

  private void ask(Conversation talk, TurnSink to) {
    test.core().turns().run(test.owner(), request(talk), to);
  }

  private Standing standing() {
    return test.core().quotas().mine(test.owner()).getFirst();
  }

  @Test
  void putsWhatWasUsedInThePlaceOfWhatWasReserved() {
    var talk = talkWith(20_000, ScriptedReply.says("Light.").taking(new Usage(70, 20)));
    Consumer<TurnEvent> during =
        event -> {
          if (event instanceof TurnEvent.TextDelta) {
            assertThat(standing().reserved().tokens()).isBetween(16_384L, 17_000L);
            assertThat(standing().reserved().cost()).isGreaterThanOrEqualTo(16_384 * 10);
          }
        };

    ask(talk, new RecordingSink(during));

    assertThat(standing().used().tokensToday()).isEqualTo(90);
    assertThat(standing().reserved()).isEqualTo(new Reserved(0, 0));
    assertThat(test.model().prompts().getFirst().parameters()).isEqualTo(ModelParameters.NONE);
  }

  @Test
  void reservesAsIfNothingWereCachedAndCountsWhatItCost() {
    var talk = talkWith(20_000, ScriptedReply.says("Light.").taking(new Usage(70, 20, 40, 0, 5)));
    Consumer<TurnEvent> during =
        event -> {
          if (event instanceof TurnEvent.TextDelta) {
            assertThat(standing().reserved().cost())
                .isGreaterThan(16_384 * 10 + (standing().reserved().tokens() - 16_384) * 2);
          }
        };

    ask(talk, new RecordingSink(during));

    assertThat(standing().used().tokensToday()).isEqualTo(90);
    assertThat(standing().used().costToday()).isEqualTo(30 * 5 / 2 + 40 * 5 / 4 + 20 * 10L);
  }

  @Test
  void asksForAShorterAnswerWhereNoMoreIsLeftAndSaysSo() {
    var talk = talkWith(2_000, ScriptedReply.says("Light."));

    ask(talk, sink);

    var most = test.model().prompts().getFirst().parameters().maxTokens();
    assertThat(most).isBetween(1_000, 2_000);
    assertThat(sink.events())
        .contains(
            new TurnEvent.Noted(
                "Your quota leaves " + most + " tokens for this answer; it ends there."));
  }

  @Test
  void asksNobodyWhereNoUsefulAnswerIsLeft() {
    var talk = talkWith(300, ScriptedReply.says("Light."));

    ask(talk, sink);

    assertThat(sink.events()).last().isEqualTo(new TurnEvent.Failed(USED_UP));
    assertThat(test.model().prompts()).isEmpty();
    assertThat(standing().used()).isEqualTo(Standing.Used.NOTHING);
    assertThat(standing().reserved()).isEqualTo(new Reserved(0, 0));
  }

  @Test
  void takesForAStoppedAnswerWhatWasReceived() {
    var talk = talkWith(20_000, ScriptedReply.says("Light scatters ", "and so on"));

    ask(talk, RecordingSink.leavingAfter(1));

    assertThat(standing().used().tokensToday()).isBetween(5L, 100L);
    assertThat(standing().reserved()).isEqualTo(new Reserved(0, 0));
  }

  @Test
  void takesNothingForAnAnswerThatTheProviderRefused() {
    var refused = new Problem.Upstream("OpenAI", UpstreamFault.REFUSED, 401, "");
    var talk = talkWith(20_000, ScriptedReply.fails(refused));

    ask(talk, sink);

    assertThat(standing().used()).isEqualTo(Standing.Used.NOTHING);
    assertThat(standing().reserved()).isEqualTo(new Reserved(0, 0));
  }

  @Test
  void limitsCompletionsAsWell() {
    talkWith(300, ScriptedReply.says("Light."));
    var lines = List.of(new Prompt.Line(Role.USER, QUESTION));
    var request = new CompletionRequest(new ModelChoice.Usual(), lines);

    test.core().completions().run(test.owner(), request, _ -> sink);

    assertThat(sink.events()).containsExactly(new TurnEvent.Failed(USED_UP));
    assertThat(test.model().prompts()).isEmpty();
  }

  @Test
  void writesNothingMoreForWhoHasNoQuota() {
    var talk = talkWith(20_000, ScriptedReply.says("Light.").taking(new Usage(70, 20)));
    var none = new QuotaLimits(null, null, null, null);
    test.core().quotas().put(test.owner(), new Quota(new QuotaHolder.Everybody(), none));
    ask(talk, sink);
    test.core().usages().awaitNoted();
    test.database().forget();

    ask(talk, sink);
    test.core().usages().awaitNoted();

    assertThat(test.database().statements())
        .noneMatch(sql -> sql.contains("reservation ") || sql.contains("from quota"));
  }

  @Test
  void settlesWhatAKilledProgramLeftByTheAnswerThatWasKept() {
    var talk = talkWith(20_000, ScriptedReply.says("Light scatters."));
    ask(talk, sink);
    long before = standing().used().tokensToday();
    var answer = sink.saved().getLast().id();
    leaveBehind(new Need(100, 19_000), answer);
    assertThat(standing().reserved().tokens()).isEqualTo(19_100);

    assertThat(test.core().reservations().begin()).isEqualTo(1);

    assertThat(standing().reserved()).isEqualTo(new Reserved(0, 0));
    assertThat(standing().used().tokensToday())
        .isEqualTo(before + 100 + "Light scatters.".length() / 4 + 1);
  }

  @Test
  void isNotHeldUpForEverByWhatWasLeftBehind() {
    var talk = talkWith(20_000, ScriptedReply.says("Light."));
    leaveBehind(new Need(100, 19_800), null);
    ask(talk, sink);
    assertThat(sink.events()).last().isEqualTo(new TurnEvent.Failed(USED_UP));

    test.clock().advance(Reservations.LONGEST);
    ask(talk, sink);

    assertThat(sink.events()).last().isInstanceOf(TurnEvent.Finished.class);
  }

  /// As a program does that is killed while it asks.
  private void leaveBehind(Need need, @Nullable MessageId answer) {
    var call = new ModelCall(test.owner().account(), null, "OpenAI", "gpt-4o", null, "", null);
    test.core().reservations().reserve(call.in(answer), need);
  }

  @Test
  void areSetByThoseWhoManageAccountsAndSeenByThoseTheyCountFor() {
    talkWith(20_000);
    var ole = test.member("ole");
    var quota = new Quota(new QuotaHolder.One(ole.account()), new QuotaLimits(1L, 2L, 3L, 4L));
    var quotas = test.core().quotas();

    assertThat(Problems.of(() -> quotas.put(ole, quota))).isInstanceOf(Problem.NotAllowed.class);
    assertThat(Problems.of(() -> quotas.all(ole))).isInstanceOf(Problem.NotAllowed.class);
    quotas.put(test.owner(), quota);

    assertThat(quotas.mine(ole)).extracting(Standing::quota).containsExactly(quota);
    assertThat(quotas.all(test.owner())).hasSize(2);
    test.clock().advance(Duration.ofDays(40));
    assertThat(quotas.mine(ole)).extracting(Standing::used).containsExactly(Standing.Used.NOTHING);
  }
}
