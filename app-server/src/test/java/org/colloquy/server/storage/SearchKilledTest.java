package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
import org.colloquy.server.core.search.Indexing;
import org.colloquy.server.core.search.Wanted;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchKilledTest {
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final ConversationId TALK = new ConversationId(new UUID(2, 2));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int WRITTEN_BEFORE = 3_000;

  @TempDir Path folder;

  @Test
  void findsEveryAcknowledgedMessageAfterTheProcessWasKilledWhileItBuiltTheIndex()
      throws IOException, InterruptedException {
    try (var database = Database.inFolder(folder)) {
      begin(database);
    }
    for (int most : List.of(1, 400, 1_500)) {
      var acknowledged =
          KilledProcess.acknowledged(most, Child.class, folder.toString(), Integer.toString(most));
      try (var database = Database.inFolder(folder)) {
        var index = LuceneIndex.in(folder.resolve("search-index"));
        try (var indexing =
            Indexing.start(new JdbiSearchStore(database), index, InstantSource.system())) {
          await().atMost(Duration.ofMinutes(1)).until(() -> !indexing.isBuilding());
          assertThat(acknowledged).allSatisfy(word -> assertThat(isFound(index, word)).isTrue());
          assertThat(isFound(index, "before" + (WRITTEN_BEFORE - 1))).isTrue();
        }
      }
    }
  }

  private static boolean isFound(LuceneIndex index, String word) {
    var kind = org.colloquy.server.core.search.Kind.MESSAGE;
    return !index.find(ADA, new Wanted(kind, word, null, null, Map.of(), null, null, 1)).isEmpty();
  }

  private static void begin(Database database) {
    new JdbiAccountStore(database)
        .add(new NewAccount(ADA, "ada", "", Profile.EMPTY, AccountRole.MEMBER, null, NOON));
    var before = new ArrayList<NewMessage>();
    for (int i = 0; i < WRITTEN_BEFORE; i++) {
      before.add(said("before" + i));
    }
    new JdbiConversationStore(database).add(new NewConversation(TALK, ADA, "talk", NOON), before);
  }

  private static NewMessage said(String words) {
    return new NewMessage(
        new MessageId(UUID.randomUUID()),
        TALK,
        null,
        Role.USER,
        words,
        MessageState.COMPLETE,
        NOON,
        null,
        null);
  }

  /// Writes messages and indexes meanwhile.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      var folder = Path.of(arguments[0]);
      var database = Database.inFolder(folder);
      var messages = new JdbiMessageStore(database);
      var index = LuceneIndex.in(folder.resolve("search-index"));
      var indexing = Indexing.start(new JdbiSearchStore(database), index, InstantSource.system());
      database.afterWrites(indexing::wake);
      for (int i = 0; ; i++) {
        var word = "round" + arguments[1] + "message" + i;
        messages.append(List.of(said(word)));
        KilledProcess.acknowledge(word);
      }
    }
  }
}
