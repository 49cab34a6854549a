package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.Role;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.llm.gguf.GgufRuntime;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.local.FixedMessages;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.outbound.Ways;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// What tests of all adapters need: a scripted provider, and models that ask it in each language.
abstract class AdapterCase {
  static final String KEY = "sk-test-1234567890abcdef";
  static final Prompt PROMPT =
      new Prompt("scripted", List.of(new Prompt.Line(Role.USER, "hello")), List.of());

  private static final AccountId ME = new AccountId(new UUID(0, 1));
  private static final Caller CALLER =
      new Caller(ME, AccountRole.OWNER, Caller.Proof.LOCAL_TOKEN, Visitor.PROGRAM);

  final ScriptedProvider provider = ScriptedProvider.start().modelsAsScripted();
  final HttpConnections connections = new HttpConnections(limits(), Ways.anywhere());
  private final TestCore core = TestCore.with(ScriptedChatModel.saying("x"));
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final Heard heard = new Heard();
  final Cancellation cancellation = new Cancellation();

  @AfterEach
  void closeAll() {
    connections.close();
    provider.close();
    core.close();
  }

  TimeLimits limits() {
    return new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  ChatModel model(Tongue tongue) {
    return modelAt(provider.address(), tongue, Secret.of(KEY));
  }

  ChatModel modelAt(String address, Tongue tongue, @Nullable Secret key) {
    var retries = new Retries(new Random(1), (time, _) -> pauses.add(time));
    var texts = core.texts(new FixedMessages(ME, List.of()));
    var models =
        new ProviderChatModels(
            connections,
            retries,
            texts,
            new NoEmbedder(),
            new GgufRuntime(Path.of("unused"), GgufRuntime.USUAL_IDLE));
    return models.open(CALLER, providerAt(address, tongue.kind()), key);
  }

  Reply ask(Tongue tongue) {
    return model(tongue).stream(PROMPT, heard, cancellation);
  }

  /// Asks and expects that the provider fails.
  Upstream askInVain(Tongue tongue) {
    return failure(() -> ask(tongue));
  }

  /// Streams these bytes, each text as a chunk of its own, and ends the stream.
  void streams(String... texts) {
    provider.sends(connection -> {
      connection.beginStream();
      for (var text : texts) {
        connection.chunk(text.getBytes(StandardCharsets.UTF_8));
      }
      connection.endStream();
    });
  }

  static Provider providerAt(String address, ProviderKind kind) {
    return new Provider(
        new ProviderId(new UUID(0, 1)),
        1,
        null,
        "Scripted",
        kind,
        address,
        List.of(),
        Instant.EPOCH);
  }

  static Upstream failure(Runnable asking) {
    var thrown = catchThrowableOfType(ProblemException.class, asking::run);
    if (thrown == null || !(thrown.problem() instanceof Upstream upstream)) {
      throw new AssertionError("expected a failure of the provider", thrown);
    }
    return upstream;
  }
}
