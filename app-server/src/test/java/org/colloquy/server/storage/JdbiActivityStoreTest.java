package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.server.core.activity.ActivityStore.NewActivity;
import org.junit.jupiter.api.Test;

class JdbiActivityStoreTest extends StoreTest {
  private final JdbiActivityStore activities = new JdbiActivityStore(database);

  JdbiActivityStoreTest(Kind kind) {
    super(kind);
  }

  @Test
  void tellsWhatHappenedInOrder() {
    var ada = account("ada").id();
    var conversation = conversation(ada, "one").id();
    var other = conversation(ada, "two").id();
    var first = activities.add(new NewActivity(conversation, "turn", "asked", NOON));
    activities.add(new NewActivity(other, "turn", "elsewhere", NOON));
    var second = activities.add(new NewActivity(conversation, "tool", "searched", NOON));
    assertThat(activities.of(conversation)).containsExactly(first, second);
    assertThat(first.at()).isEqualTo(NOON);
    assertThat(second.number()).isGreaterThan(first.number());
  }
}
