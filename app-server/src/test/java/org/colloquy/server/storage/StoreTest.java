package org.colloquy.server.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Profile;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.NewAccount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A promise of a store, tested on a new database of each kind.
@ParameterizedClass
@EnumSource(Kind.class)
abstract class StoreTest {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  final Database database;
  private long ids;

  StoreTest(Kind kind) {
    database = kind.open();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  UUID next() {
    return new UUID(0x0190_0000_0000_7000L, ++ids);
  }

  Account account(String name) {
    return new JdbiAccountStore(database)
        .add(
            new NewAccount(
                new AccountId(next()),
                name,
                name + "@lab.example",
                Profile.EMPTY,
                AccountRole.MEMBER,
                null,
                NOON));
  }

  Conversation conversation(AccountId owner, String title) {
    return new JdbiConversationStore(database)
        .add(new NewConversation(new ConversationId(next()), owner, title, NOON), List.of());
  }

  NewMessage said(ConversationId conversation, String words) {
    return new NewMessage(
        new MessageId(next()),
        conversation,
        null,
        Role.USER,
        words,
        MessageState.COMPLETE,
        NOON.plusSeconds(ids),
        null,
        null);
  }

  NewMessage growing(ConversationId conversation, @Nullable MessageId parent) {
    return new NewMessage(
        new MessageId(next()),
        conversation,
        parent,
        Role.ASSISTANT,
        "",
        MessageState.GROWING,
        NOON.plusSeconds(ids),
        new ModelUsed("Lab", "llama"),
        null);
  }
}
