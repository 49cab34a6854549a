package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.Role;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.llm.Heard;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.llm.wire.WireChatModel;
import org.colloquy.server.outbound.Ways;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// What all tests of the chat completions adapter need: a scripted provider and a model that asks
/// it.
abstract class ChatModelCase {
  static final String KEY = "sk-test-1234567890abcdef";
  static final Prompt PROMPT =
      new Prompt("scripted", List.of(new Prompt.Line(Role.USER, "hello")), List.of());

  final ScriptedProvider provider = ScriptedProvider.start();
  final HttpConnections connections = new HttpConnections(limits(), Ways.anywhere());
  final List<Duration> pauses = new ArrayList<>();
  final Heard heard = new Heard();
  final Cancellation cancellation = new Cancellation();

  @AfterEach
  void closeAll() {
    connections.close();
    provider.close();
  }

  TimeLimits limits() {
    return new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  Reply ask() {
    return model(Secret.of(KEY)).stream(PROMPT, heard, cancellation);
  }

  Reply ask(Prompt prompt) {
    return model(Secret.of(KEY)).stream(prompt, heard, cancellation);
  }

  /// Asks and expects that the provider fails.
  Upstream askInVain() {
    return failure(this::ask);
  }

  WireChatModel model(@Nullable Secret key) {
    return modelAt(provider.address(), key);
  }

  WireChatModel modelAt(String address, @Nullable Secret key) {
    var retries = new Retries(new Random(1), (time, _) -> pauses.add(time));
    var there = providerAt(address);
    return new WireChatModel(
        connections, retries, OpenAi.endpoint(there, key), ChatCompletions.of(there));
  }

  static Provider providerAt(String address) {
    return new Provider(
        new ProviderId(new UUID(0, 1)),
        1,
        null,
        "Scripted",
        ProviderKind.OPENAI_CHAT,
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
