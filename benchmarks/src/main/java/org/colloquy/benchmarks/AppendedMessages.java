package org.colloquy.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.colloquy.model.Account;
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
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiAccountStore;
import org.colloquy.server.storage.JdbiConversationStore;

/// An account with conversations, and the messages that are appended to them.
final class AppendedMessages {
  static final String WORDS =
      "How does the ribosome find the start codon in eukaryotes? ".repeat(3);

  private final AtomicLong last = new AtomicLong(System.currentTimeMillis() << 16);
  private final Instant time = Instant.now();

  /// Fills a new database with conversations.
  List<ConversationId> prepare(Database database, int conversations) {
    Account owner =
        new JdbiAccountStore(database)
            .add(
                new NewAccount(
                    new AccountId(id()),
                    "writer",
                    "",
                    Profile.EMPTY,
                    AccountRole.MEMBER,
                    null,
                    time));
    JdbiConversationStore store = new JdbiConversationStore(database);
    return IntStream.range(0, conversations)
        .mapToObj(number ->
            new NewConversation(
                new ConversationId(id()), owner.id(), "Conversation " + number, time))
        .map(conversation -> store.add(conversation, List.of()).id())
        .toList();
  }

  NewMessage next(ConversationId conversation) {
    return new NewMessage(
        new MessageId(id()),
        conversation,
        null,
        Role.USER,
        WORDS,
        MessageState.COMPLETE,
        time,
        null,
        null);
  }

  Instant time() {
    return time;
  }

  /// Ids that sort by time, as the product's do.
  UUID id() {
    long tick = last.incrementAndGet();
    long high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xfff);
    long low = ThreadLocalRandom.current().nextLong() >>> 2 | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
