package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.MemoryId;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.memory.Meaning;
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

  @Test
  void changesOnlyItsOwnersMemory() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var memory = memories.add(fact(ada, "likes gala apples"), 9);
    var agent = new AgentId(next());
    var later = NOON.plusSeconds(60);

    assertThat(memories.change(new NewMemory(memory.id(), bob, "likes pears", later))).isEmpty();
    var changed =
        memories.change(new NewMemory(memory.id(), ada, agent, "likes pears", later)).orElseThrow();

    assertThat(changed.text()).isEqualTo("likes pears");
    assertThat(changed.agent()).isEqualTo(agent);
    assertThat(changed.createdAt()).isEqualTo(NOON);
    assertThat(changed.changedAt()).isEqualTo(later);
    assertThat(memories.find(ada, memory.id())).contains(changed);
    assertThat(memories.find(bob, memory.id())).isEmpty();
  }

  @Test
  void countsChangesOfEachAccount() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    long first = memories.changes(ada);
    var memory = memories.add(fact(ada, "one"), 9);
    long second = memories.changes(ada);
    memories.change(new NewMemory(memory.id(), ada, "two", NOON));
    long third = memories.changes(ada);
    memories.remove(ada, memory.id());

    assertThat(List.of(first, second, third, memories.changes(ada)))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(memories.changes(bob)).isZero();
  }

  @Test
  void keepsNoMoreThanItMay() {
    var ada = account("ada").id();
    memories.add(fact(ada, "one"), 2);
    memories.add(fact(ada, "two"), 2);

    assertThat(Problems.of(() -> memories.add(fact(ada, "three"), 2)))
        .isEqualTo(new Problem.QuotaReached("memories"));
    assertThat(memories.of(ada)).hasSize(2);
  }

  @Test
  void keepsMeaningsOfWhatWasNotChangedMeanwhile() {
    var ada = account("ada").id();
    var first = memories.add(fact(ada, "one"), 9);
    var second = memories.add(fact(ada, "two"), 9);
    var meaning = Meaning.of(new float[] {0.5f, -1, 0});
    memories.change(new NewMemory(second.id(), ada, "three", NOON));

    memories.keep(ada, "m", Map.of(first, meaning, second, meaning));
    memories.keep(account("bob").id(), "m", Map.of(first, Meaning.of(new float[] {1})));

    assertThat(memories.meanings(ada, "m")).isEqualTo(Map.of(first.id(), meaning));
    assertThat(memories.meanings(ada, "other")).isEmpty();
    memories.keep(ada, "other", Map.of(first, meaning));
    assertThat(memories.meanings(ada, "m")).isEmpty();
    memories.change(new NewMemory(first.id(), ada, "four", NOON));
    assertThat(memories.meanings(ada, "other")).isEmpty();
  }

  @Test
  void notesWithWhichMemoriesAnAnswerWasGiven() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var conversation = conversation(ada, "x").id();
    var answer =
        new JdbiMessageStore(database)
            .append(List.of(said(conversation, "one"), said(conversation, "two")))
            .getLast();
    var first = memories.add(fact(ada, "one"), 9);
    var second = memories.add(fact(ada, "two"), 9);
    var others = memories.add(fact(bob, "three"), 9);

    memories.recalled(ada, answer.id(), List.of(second.id(), others.id(), first.id()));

    assertThat(memories.recalled(ada, conversation, 0))
        .contains(Map.of(answer.id(), List.of(second, first)));
    assertThat(memories.recalled(ada, conversation, answer.number()))
        .contains(Map.of(answer.id(), List.of(second, first)));
    assertThat(memories.recalled(ada, conversation, answer.number() + 1)).contains(Map.of());
    assertThat(memories.recalled(bob, conversation, 0)).isEmpty();
    memories.remove(ada, second.id());
    assertThat(memories.recalled(ada, conversation, 0))
        .contains(Map.of(answer.id(), List.of(first)));
  }

  @Test
  void switchesMemoriesOffInOneConversation() {
    var ada = account("ada").id();
    var conversation = conversation(ada, "x");
    var conversations = new JdbiConversationStore(database);

    assertThat(conversation.remembers()).isTrue();
    assertThat(memories.use(account("bob").id(), conversation.id(), false)).isFalse();
    assertThat(memories.use(ada, conversation.id(), false)).isTrue();
    assertThat(conversations.find(ada, conversation.id()).orElseThrow().remembers()).isFalse();
    assertThat(memories.use(ada, conversation.id(), true)).isTrue();
    assertThat(conversations.find(ada, conversation.id()).orElseThrow().remembers()).isTrue();
  }
}
