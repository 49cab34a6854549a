package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.draft.Draft;
import org.junit.jupiter.api.Test;

class JdbiDraftStoreTest extends StoreTest {
  private final JdbiDraftStore drafts = new JdbiDraftStore(database);

  JdbiDraftStoreTest(Kind kind) {
    super(kind);
  }

  @Test
  void keepsOneForEachConversationAndOneForNone() {
    var ada = account("ada").id();
    var talk = conversation(ada, "Wells").id();
    var none = new Draft(null, "How cold 🙂", null, NOON);
    var first = new Draft(talk, "How old", null, NOON);
    var second =
        new Draft(talk, "How old is it?", new MessageId(next()), NOON.plus(Duration.ofSeconds(1)));

    assertThat(drafts.keep(ada, none)).isTrue();
    assertThat(drafts.keep(ada, first)).isTrue();
    assertThat(drafts.keep(ada, second)).isTrue();

    assertThat(drafts.of(ada)).containsExactly(second, none);
    drafts.remove(ada, null);
    assertThat(drafts.of(ada)).containsExactly(second);
    drafts.remove(ada, talk);
    drafts.remove(ada, talk);
    assertThat(drafts.of(ada)).isEmpty();
  }

  @Test
  void keepsNobodysDraftInSomebodyElsesConversation() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var talk = conversation(ada, "Wells").id();
    var draft = new Draft(talk, "How old", null, NOON);

    assertThat(drafts.keep(bob, draft)).isFalse();
    drafts.keep(ada, draft);
    drafts.remove(bob, talk);

    assertThat(drafts.of(ada)).containsExactly(draft);
    assertThat(drafts.of(bob)).isEmpty();
  }

  @Test
  void hidesThemWithTheirConversationsInTheTrash() {
    var ada = account("ada").id();
    var talk = conversation(ada, "Wells").id();
    drafts.keep(ada, new Draft(talk, "How old", null, NOON));
    var conversations = new JdbiConversationStore(database);

    conversations.remove(ada, talk, NOON);

    assertThat(drafts.of(ada)).isEmpty();
    assertThat(drafts.keep(ada, new Draft(talk, "How", null, NOON))).isFalse();
    conversations.restore(ada, talk);
    assertThat(drafts.of(ada)).hasSize(1);
  }
}
