package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.AccountId;
import org.colloquy.model.MemoryId;
import org.colloquy.server.core.memory.MemoryStore.NewMemory;
import org.junit.jupiter.api.Test;

class JdbiMemoryStoreTest extends StoreTest {
  private final JdbiMemoryStore memories = new JdbiMemoryStore(database);

  JdbiMemoryStoreTest(Kind kind) {
    super(kind);
  }

  private NewMemory fact(AccountId owner, String text) {
    return new NewMemory(new MemoryId(next()), owner, text, NOON);
  }

  @Test
  void keepsMemoriesOfEachAccountInOrder() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var first = memories.add(fact(ada, "likes gala apples"), 9);
    var others = memories.add(fact(bob, "likes pears"), 9);
    var second = memories.add(fact(ada, "🙂 spiser \"gulrøtter\"\n"), 9);

    assertThat(memories.of(ada)).containsExactly(first, second);
    assertThat(memories.of(bob)).containsExactly(others);
    assertThat(first.text()).isEqualTo("likes gala apples");
    assertThat(first.createdAt()).isEqualTo(NOON);
    assertThat(second.text()).isEqualTo("🙂 spiser \"gulrøtter\"\n");
    assertThat(second.number()).isGreaterThan(first.number());
  }

  @Test
  void forgetsOnlyItsOwnersMemory() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var memory = memories.add(fact(ada, "likes gala apples"), 9);

    assertThat(memories.remove(bob, memory.id())).isFalse();
    assertThat(memories.of(ada)).containsExactly(memory);
    assertThat(memories.remove(ada, memory.id())).isTrue();
    assertThat(memories.remove(ada, memory.id())).isFalse();
    assertThat(memories.of(ada)).isEmpty();
  }
}
