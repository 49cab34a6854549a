package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.Role;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.llm.gguf.GgufRuntime;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.local.FixedMessages;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.outbound.Ways;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderChatModelsTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private static final AccountId ME = new AccountId(new UUID(0, 1));
  private static final Caller CALLER =
      new Caller(ME, AccountRole.OWNER, Caller.Proof.LOCAL_TOKEN, Visitor.PROGRAM);

  private final ScriptedProvider scripted = ScriptedProvider.start().says("from", " afar");
  private final HttpConnections connections =
      new HttpConnections(TimeLimits.USUAL, Ways.anywhere());

  @AfterEach
  void closeAll() {
    test.close();
    connections.close();
    scripted.close();
  }

  @Test
  void asksAProviderInItsLanguage() {
    assertThat(said(provider(ProviderKind.OPENAI_CHAT), Secret.of("sk-1234")))
        .isEqualTo("from afar");
    assertThat(scripted.requests().getFirst().has("Authorization: Bearer sk-1234")).isTrue();
  }

  @Test
  void answersWithTheBuiltInModelWithoutAskingAnybody() {
    assertThat(said(provider(ProviderKind.LOCAL), null)).contains("built-in helper");
    assertThat(scripted.requests()).isEmpty();
  }

  @Test
  void listsTheModelsOfBoth() {
    var lister = new ProviderModelLister(connections);
    scripted.lists("a", "b");

    assertThat(lister.list(provider(ProviderKind.OPENAI_CHAT), null))
        .extracting(ListedModel::name)
        .containsExactly("a", "b");
    assertThat(lister.list(provider(ProviderKind.LOCAL), null))
        .extracting(ListedModel::name)
        .containsExactly("mine");
  }

  private String said(Provider provider, @Nullable Secret key) {
    var models =
        new ProviderChatModels(
            connections,
            Retries.waiting(new Random(1)),
            test.texts(new FixedMessages(ME, List.of())),
            new NoEmbedder(),
            new GgufRuntime(Path.of("unused"), GgufRuntime.USUAL_IDLE));
    var text = new StringBuilder();
    var listener =
        new ReplyListener() {
          @Override
          public void text(String more) {
            text.append(more);
          }

          @Override
          public void reasoning(String more) {
            throw new AssertionError("it does not think");
          }
        };
    var prompt = new Prompt("mine", List.of(new Prompt.Line(Role.USER, "Hello")), List.of());
    models.open(CALLER, provider, key).stream(prompt, listener, new Cancellation());
    return text.toString();
  }

  private Provider provider(ProviderKind kind) {
    var id = new ProviderId(new UUID(0, 2));
    var model = new ModelInfo(new ModelId(new UUID(0, 3)), 1, id, "mine", "Mine");
    return new Provider(id, 1, null, "P", kind, scripted.address(), List.of(model), Instant.EPOCH);
  }
}
