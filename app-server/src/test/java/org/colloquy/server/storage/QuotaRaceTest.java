package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Problem;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Standing.Reserved;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.llm.ProviderChatModels;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.llm.gguf.GgufRuntime;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.local.FixedMessages;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many questions at once where a quota has room for one, from the turn to the provider.
class QuotaRaceTest {
  private static final int ASKED = 50;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void sendsOneAndRefusesTheOthers(Kind kind) throws InterruptedException {
    var gate = new Gate();
    try (var provider = ScriptedProvider.start().says("Light", " scatters.").pausesAfter(1, gate);
        var connections = new HttpConnections(TimeLimits.USUAL, Ways.anywhere());
        var helper = TestCore.with(ScriptedChatModel.saying("x"));
        var test = TestCore.over(kind.open(), ASKED, model(provider, connections, helper))) {
      var owner = test.owner();
      test.core().keys().addForOpenAi(owner, "mine", Secret.of("sk-abcdefgh1234"));
      // The longest answer has 16,384 tokens; what is left beside it is no answer.
      var most = new QuotaLimits(16_600L, null, null, null);
      test.core().quotas().put(owner, new Quota(new QuotaHolder.One(owner.account()), most));
      var sinks = new ArrayList<RecordingSink>();
      var refused = new CountDownLatch(ASKED - 1);
      var threads =
          IntStream.range(0, ASKED)
              .mapToObj(i -> {
                var talk = test.core().conversations().create(owner, "talk " + i);
                var sink =
                    new RecordingSink(event -> {
                      if (event instanceof TurnEvent.Failed) {
                        refused.countDown();
                      }
                    });
                sinks.add(sink);
                var request =
                    new TurnRequest(
                        talk.id(),
                        new TurnRequest.Question.Said("Why?", null),
                        new ModelChoice.Usual(),
                        TurnRequest.WhenReaderLeaves.STOP);
                return Thread.ofVirtual()
                    .unstarted(() -> test.core().turns().run(owner, request, sink));
              })
              .toList();
      threads.forEach(Thread::start);
      refused.await();
      gate.open();
      for (var thread : threads) {
        thread.join();
      }

      assertThat(provider.requests()).hasSize(1);
      assertThat(sinks)
          .extracting(sink -> sink.events().getLast())
          .filteredOn(new TurnEvent.Failed(new Problem.QuotaReached("tokens today"))::equals)
          .hasSize(ASKED - 1);
      var standing = test.core().quotas().mine(owner).getFirst();
      assertThat(standing.used().tokensToday()).isEqualTo(7 + 2);
      assertThat(standing.reserved()).isEqualTo(new Reserved(0, 0));
    }
  }

  /// Asks the provider over HTTP, whoever is meant to be asked.
  private static ChatModel model(
      ScriptedProvider scripted, HttpConnections connections, TestCore helper) {
    var id = new ProviderId(new UUID(0, 2));
    var info = new ModelInfo(new ModelId(new UUID(0, 3)), 1, id, "gpt-4o", "GPT-4o");
    var provider =
        new Provider(
            id,
            1,
            null,
            "P",
            ProviderKind.OPENAI_CHAT,
            scripted.address(),
            List.of(info),
            Instant.EPOCH);
    var models =
        new ProviderChatModels(
            connections,
            Retries.waiting(new Random(1)),
            helper.texts(new FixedMessages(helper.owner().account(), List.of())),
            new NoEmbedder(),
            new GgufRuntime(Path.of("unused"), GgufRuntime.USUAL_IDLE));
    return models.open(helper.owner(), provider, Secret.of("sk-abcdefgh1234"));
  }
}
