package org.colloquy.server.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufChatModelTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;

  private @Nullable GgufRuntime runtime;

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private GgufRuntime runtime(Duration idle) {
    var made = new GgufRuntime(folder.resolve("native"), idle);
    runtime = made;
    return made;
  }

  private static Provider provider(Path file) {
    return new Provider(
        new ProviderId(new UUID(0, 1)),
        1,
        null,
        "Mine",
        ProviderKind.GGUF,
        file.toUri().toString(),
        List.of(),
        Instant.EPOCH);
  }

  private static Prompt prompt(String question, int mostTokens) {
    return new Prompt(
        "tiny",
        List.of(new Prompt.Line(Role.SYSTEM, "Be brief."), new Prompt.Line(Role.USER, question)),
        List.of(),
        new Prompt.ToolChoice.Free(),
        new ModelParameters(0.0, null, 1L, mostTokens, List.of(), null));
  }

  private static final class Heard implements ReplyListener {
    final StringBuilder words = new StringBuilder();
    final List<String> notes = new ArrayList<>();

    @Override
    public void text(String text) {
      assertThat(text).isNotEmpty();
      words.append(text);
    }

    @Override
    public void reasoning(String text) {
      throw new AssertionError(text);
    }

    @Override
    public void noted(String sentence) {
      notes.add(sentence);
    }
  }

  private static Reply ask(GgufChatModel model, Heard heard) {
    return model.stream(prompt("why is the sky blue", 6), heard, new Cancellation());
  }

  @Test
  void answersWithTheModelOfTheFile() {
    var model = new GgufChatModel(runtime(LONG), provider(TinyGguf.in(folder)));
    var heard = new Heard();
    var reply = ask(model, heard);

    assertThat(heard.notes).containsExactly("tiny is being loaded (0.0 GB).");
    assertThat(heard.words.toString().strip().split(" "))
        .allSatisfy(word -> assertThat(TinyGguf.WORDS).contains("▁" + word));
    assertThat(reply.usage().output()).isEqualTo(6);
    assertThat(reply.usage().input()).isGreaterThan(6);
    assertThat(reply.stopReason()).isEqualTo(StopReason.LENGTH);

    var again = new Heard();
    ask(model, again);
    assertThat(again.notes).isEmpty();
    assertThat(again.words.toString()).isEqualTo(heard.words.toString());
  }

  @Test
  void stopsAtOnceAndGoesOnWithTheNextOne() {
    var model = new GgufChatModel(runtime(LONG), provider(TinyGguf.in(folder)));
    var cancellation = new Cancellation();
    var stopping =
        new ReplyListener() {
          @Override
          public void text(String text) {
            cancellation.cancel();
          }

          @Override
          public void reasoning(String text) {}
        };

    assertThatThrownBy(() -> model.stream(prompt("why", 200), stopping, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(ask(model, new Heard()).usage().output()).isEqualTo(6);
  }

  @Test
  void answersSeveralOneAfterTheOther() throws Exception {
    var model = new GgufChatModel(runtime(LONG), provider(TinyGguf.in(folder)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> ask(model, new Heard()));
      var second = threads.submit(() -> ask(model, new Heard()));
      assertThat(first.get()).isEqualTo(second.get());
    }
  }

  @Test
  void freesTheModelThatNobodyAsks() {
    var running = runtime(Duration.ofMillis(1));
    var model = new GgufChatModel(running, provider(TinyGguf.in(folder)));
    ask(model, new Heard());

    await().until(() -> !running.isLoaded());
    assertThat(ask(model, new Heard()).usage().output()).isEqualTo(6);
  }

  @Test
  void saysThatAConversationIsTooLong() {
    var model = new GgufChatModel(runtime(LONG), provider(TinyGguf.in(folder)));
    var tooLong = prompt("why ".repeat(TinyGguf.CONTEXT), 6);

    assertThat(Problems.of(() -> model.stream(tooLong, new Heard(), new Cancellation())))
        .isEqualTo(new Problem.Unavailable("This conversation is too long for the model."));
  }

  @Test
  void saysThatAFileCannotBeRun() throws IOException {
    var whole = Files.readAllBytes(TinyGguf.in(folder));
    var cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length / 2));
    var model = new GgufChatModel(runtime(LONG), provider(cut));

    var problem = Problems.of(() -> ask(model, new Heard()));

    assertThat(((Problem.Unavailable) problem).why()).startsWith("cut could not be run: ");
  }

  @Test
  void saysThatTheFileIsGone() {
    var model = new GgufChatModel(runtime(LONG), provider(folder.resolve("gone.gguf")));

    assertThat(Problems.of(() -> ask(model, new Heard())))
        .isEqualTo(new Problem.Unavailable("Mine: There is no file here that can be read."));
  }

  @Test
  void looksIntoAFile() {
    var listed = new GgufModelLister().list(provider(TinyGguf.in(folder)), null);

    assertThat(listed).hasSize(1);
    assertThat(listed.getFirst().name()).isEqualTo("tiny");
    assertThat(listed.getFirst().told().contextWindow()).isEqualTo(TinyGguf.CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GGUF", "not a model at all", "GGUF\u0009\0\0\0"})
  void takesNothingElseForAModel(String content) throws IOException {
    var file = Files.writeString(folder.resolve("x.gguf"), content);

    assertThat(Problems.of(() -> new GgufModelLister().list(provider(file), null)))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void takesNoPartOfAHeaderForAModel() throws IOException {
    var whole = Files.readAllBytes(TinyGguf.in(folder));
    for (int length = 0; length < 2_000; length += 13) {
      var file = Files.write(folder.resolve("part.gguf"), Arrays.copyOf(whole, length));
      assertThat(Problems.of(() -> new GgufModelLister().list(provider(file), null)))
          .isInstanceOf(Problem.Invalid.class);
    }
  }
}
