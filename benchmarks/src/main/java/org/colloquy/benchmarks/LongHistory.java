package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiAccountStore;
import org.colloquy.server.storage.JdbiConversationStore;
import org.jspecify.annotations.Nullable;

/// A data folder in which somebody has had many conversations, one of them very long.
///
/// @param conversations how many
/// @param messages how many the long one has
/// @param parts of an answer, each of some 500 characters
record LongHistory(int conversations, int messages, int parts) {
  private static final String NAME = "historian";
  private static final String PASSWORD = "a long enough password 17";
  private static final String QUESTION = "What does the lac operon do when there is no lactose?";
  private static final String ANSWER =
      """
      Without lactose the **repressor** sits on the operator and blocks the way:

      1. `lacI` is always read, so there is always some repressor.
      2. It binds the operator, and RNA polymerase cannot pass.

      ```python
      transcribed = lactose and not glucose
      ```

      With lactose, *allolactose* binds the repressor, which lets go.
      """;

  LongHistory(int conversations, int messages) {
    this(conversations, messages, 1);
  }

  /// What the conversation of so many messages is called.
  static String title(int messages) {
    return "About the lac operon, " + messages + " messages";
  }

  /// Registers the account at a running server.
  static void register(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      new Api(client, address, "")
          .post(
              "/user/register/",
              Map.of(
                  "first_name",
                  "A",
                  "last_name",
                  "Historian",
                  "username",
                  NAME,
                  "email",
                  NAME + "@example.org",
                  "password",
                  PASSWORD));
    }
  }

  /// A token of the account.
  static String signIn(Api api) throws IOException, InterruptedException {
    return api.post("/user/auth/", Map.of("username", NAME, "password", PASSWORD))
        .get("access")
        .asText();
  }

  /// Writes a history for the account and one for the local owner into the folder of a server that
  /// is not running.
  ///
  /// @return the account's long conversation
  Conversation write(Path folder) {
    try (Database database = Database.inFolder(folder)) {
      JdbiAccountStore accounts = new JdbiAccountStore(database);
      write(database, accounts.findByRole(AccountRole.OWNER).orElseThrow().id());
      return write(database, accounts.findByName(NAME).orElseThrow().id());
    }
  }

  private Conversation write(Database database, AccountId owner) {
    JdbiConversationStore store = new JdbiConversationStore(database);
    AppendedMessages ids = new AppendedMessages();
    for (int number = 1; number < conversations; number++) {
      add(store, owner, ids, number % 10);
    }
    return add(store, owner, ids, messages);
  }

  private Conversation add(
      JdbiConversationStore store, AccountId owner, AppendedMessages ids, int many) {
    ConversationId id = new ConversationId(ids.id());
    List<NewMessage> first = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      MessageId before = first.isEmpty() ? null : first.getLast().id();
      first.add(message(ids, id, before, number % 2 == 0 ? Role.USER : Role.ASSISTANT));
    }
    return store.add(new NewConversation(id, owner, title(many), Instant.now()), first);
  }

  private NewMessage message(
      AppendedMessages ids, ConversationId conversation, @Nullable MessageId before, Role role) {
    boolean answer = role == Role.ASSISTANT;
    return new NewMessage(
        new MessageId(ids.id()),
        conversation,
        before,
        role,
        answer ? ANSWER.repeat(parts) : QUESTION,
        MessageState.COMPLETE,
        ids.time(),
        answer ? new ModelUsed("OpenAI", ProviderWords.MODEL) : null,
        null);
  }
}
