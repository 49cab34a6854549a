package org.colloquy.server.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Profile;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.NewAccount;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiAccountStore;
import org.colloquy.server.storage.JdbiConversationStore;
import org.colloquy.server.storage.JdbiMessageStore;
import org.colloquy.server.storage.JdbiSearchStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexingTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final ConversationId TALK = new ConversationId(new UUID(2, 2));

  private final Database database = Database.inMemory();
  private final JdbiSearchStore store = new JdbiSearchStore(database);
  private final LuceneIndex index = LuceneIndex.inMemory();
  private long ids;

  @BeforeEach
  void begin() {
    new JdbiAccountStore(database)
        .add(new NewAccount(ADA, "ada", "", Profile.EMPTY, AccountRole.MEMBER, null, NOON));
    new JdbiConversationStore(database)
        .add(new NewConversation(TALK, ADA, "talk", NOON), List.of(said("first words")));
  }

  @AfterEach
  void end() {
    database.close();
  }

  private NewMessage said(String words) {
    ids++;
    return new NewMessage(
        new MessageId(new UUID(3, ids)),
        TALK,
        null,
        Role.USER,
        words,
        MessageState.COMPLETE,
        NOON,
        null,
        null);
  }

  private Indexing start() {
    var indexing = Indexing.start(store, index, InstantSource.system());
    database.afterWrites(indexing::wake);
    return indexing;
  }

  private boolean isFound(String words) {
    return !index
        .find(ADA, new Wanted(Kind.MESSAGE, words, null, null, Map.of(), null, null, 1))
        .isEmpty();
  }

  private static void awaitBuilt(Indexing indexing) {
    await().atMost(Duration.ofSeconds(30)).until(() -> !indexing.isBuilding());
  }

  @Test
  void letsWhatIsSaidBeFoundAMomentLater() {
    try (var indexing = start()) {
      awaitBuilt(indexing);
      assertThat(isFound("first")).isTrue();

      new JdbiMessageStore(database).append(List.of(said("second words")));

      await().atMost(Duration.ofSeconds(5)).until(() -> isFound("second"));
    }
  }

  @Test
  void buildsTheIndexAnewWhenMessagesAreMissingInIt() {
    var newest = store.newestMessages();
    index.open();
    index.keep(new Progress(store.newestChange(), newest, false, Instant.now()));

    try (var indexing = start()) {
      awaitBuilt(indexing);
      assertThat(isFound("first")).isTrue();
    }
  }

  @Test
  void buildsTheIndexAnewWhenItKnowsMoreThanTheStore() {
    index.open();
    index.keep(new Progress(1_000_000, Map.of(ADA, 1_000_000L), false, Instant.now()));

    try (var indexing = start()) {
      awaitBuilt(indexing);
      assertThat(isFound("first")).isTrue();
    }
  }
}
