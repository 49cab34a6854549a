package org.colloquy.server.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.model.AccountId;
import org.colloquy.model.Agent;
import org.colloquy.model.Memory;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.retrieval.LazyEmbedder;
import org.colloquy.server.retrieval.MemorySearch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecollectionsTest {
  private static final LazyEmbedder REAL = new LazyEmbedder();

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final List<String> embedded = new CopyOnWriteArrayList<>();
  private final AccountId owner = test.owner().account();

  @AfterEach
  void close() {
    test.close();
  }

  private Recollections recollections(TextEmbedder embedder) {
    return new Recollections(test.stores().memories(), new MemorySearch(), embedder);
  }

  private Memories memories(Recollections recollections) {
    return new Memories(test.stores().memories(), recollections, test.clock(), UUID::randomUUID);
  }

  /// Sees whether a text is about animals.
  private TextEmbedder animals(String name) {
    return new TextEmbedder() {
      @Override
      public String model() {
        return name;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public List<float[]> embed(List<String> texts) {
        embedded.addAll(texts);
        return texts.stream()
            .map(text ->
                text.matches("(?s).*(dog|puppy|cat).*") ? new float[] {1, 0} : new float[] {0, 1})
            .toList();
      }
    };
  }

  private void awaitMeanings(String model, int many) {
    await().until(() -> test.stores().memories().meanings(owner, model).size() == many);
  }

  @Test
  void findsByMeaningWhatSharesNoWord() {
    try (var recollections = recollections(animals("first"))) {
      var memories = memories(recollections);
      memories.create(test.owner(), "Fido is a puppy");
      memories.create(test.owner(), "Milk is in the fridge");
      memories.search(test.owner(), "dog");
      awaitMeanings("first", 2);

      assertThat(memories.fitting(test.owner(), Agent.NONE.id(), "Have I a dog?"))
          .extracting(Memory::text)
          .containsExactly("Fido is a puppy");
    }
  }

  @Test
  void worksAMeaningOutOnceUntilTextOrModelIsAnother() {
    try (var recollections = recollections(animals("first"))) {
      var memories = memories(recollections);
      var memory = memories.create(test.owner(), "Fido is a puppy");
      memories.search(test.owner(), "x");
      awaitMeanings("first", 1);
      memories.search(test.owner(), "x");
      assertThat(embedded).containsOnlyOnce("Fido is a puppy");

      memories.change(test.owner(), memory.id(), "Fido is a car", null);
      assertThat(test.stores().memories().meanings(owner, "first")).isEmpty();
      memories.search(test.owner(), "x");
      awaitMeanings("first", 1);
      assertThat(embedded).containsOnlyOnce("Fido is a car");
    }
    try (var recollections = recollections(animals("second"))) {
      memories(recollections).search(test.owner(), "x");
      awaitMeanings("second", 1);
      assertThat(test.stores().memories().meanings(owner, "first")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where do I live? | The user's home is in Bergen",
        "How cold must the freezer be for my samples? | Samples are kept at -80 °C",
        "What is my dog called? | The user has a puppy named Fido",
        "When is the proposal due? | The grant proposal has its deadline on 3 May",
        "Explain how a compiler works | ",
        "Write a poem about the sea | ",
        "Hello, how are you today? | "
      })
  void recallsWithTheRealModelWhatAQuestionIsAboutAndNothingElse(
      String question, @Nullable String fact) {
    try (var recollections = recollections(REAL)) {
      var memories = memories(recollections);
      for (var text :
          List.of(
              "The user's home is in Bergen",
              "Samples are kept at -80 °C",
              "The user has a puppy named Fido",
              "The grant proposal has its deadline on 3 May",
              "The user prefers gala apples")) {
        memories.create(test.owner(), text);
      }
      REAL.embed(List.of("ready"));
      memories.search(test.owner(), "x");
      awaitMeanings(REAL.model(), 5);

      assertThat(memories.fitting(test.owner(), Agent.NONE.id(), question))
          .extracting(Memory::text)
          .isEqualTo(fact == null ? List.of() : List.of(fact));
    }
  }
}
