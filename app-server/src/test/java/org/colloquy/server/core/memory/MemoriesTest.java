package org.colloquy.server.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentId;
import org.colloquy.model.Memory;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoriesTest {
  private static final AgentId NOBODY = Agent.NONE.id();

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final Memories memories = test.core().memories();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void recallsWhatFitsBestFirst() {
    memories.create(test.owner(), "The user prefers gala apples");
    memories.create(test.owner(), "The user works on methane emissions");

    assertThat(memories.recall(test.owner(), NOBODY, "The User favorite flavor of apple", 2))
        .extracting(Memory::text)
        .containsExactly("The user prefers gala apples", "The user works on methane emissions");
    assertThat(memories.recall(test.owner(), NOBODY, "methane", 1))
        .extracting(Memory::text)
        .containsExactly("The user works on methane emissions");
  }

  @Test
  void recallsTheNewestWhenNothingFits() {
    memories.create(test.owner(), "first");
    memories.create(test.owner(), "second");

    assertThat(memories.recall(test.owner(), NOBODY, "", 1))
        .extracting(Memory::text)
        .containsOnly("second");
    assertThat(memories.recall(test.owner(), NOBODY, "something else", 9))
        .extracting(Memory::text)
        .containsExactly("second", "first");
  }

  @Test
  void recallsOnlyOnesOwn() {
    var other = test.member("kari");
    memories.create(other, "likes apples");

    assertThat(memories.recall(test.owner(), NOBODY, "apples", 5)).isEmpty();
    assertThat(memories.all(test.owner())).isEmpty();
  }

  @Test
  void recallsFiftyAtTheMost() {
    IntStream.range(0, 60).forEach(i -> memories.create(test.owner(), "apple " + i));

    assertThat(memories.recall(test.owner(), NOBODY, "apple", Integer.MAX_VALUE)).hasSize(50);
  }

  @Test
  void refusesWhatCannotBeRemembered() {
    assertThat(Problems.of(() -> memories.create(test.owner(), " ")))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> memories.create(test.owner(), "a\0b")))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(
            Problems.of(
                () -> memories.create(test.owner(), "x".repeat(Memories.LONGEST_MEMORY + 1))))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> memories.recall(test.owner(), NOBODY, "x", 0)))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void forgetsWhatIsOnesOwn() {
    var memory = memories.create(test.owner(), "likes apples");

    assertThat(Problems.of(() -> memories.remove(test.member("kari"), memory.id())))
        .isEqualTo(new Problem.NotFound("memory"));
    memories.remove(test.owner(), memory.id());

    assertThat(memories.all(test.owner())).isEmpty();
    assertThat(Problems.of(() -> memories.remove(test.owner(), memory.id())))
        .isEqualTo(new Problem.NotFound("memory"));
  }
}
