package org.colloquy.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.colloquy.model.ConversationId;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiMessageStore;

/// Appends through the store of the product.
final class StoreAppender implements Appender {
  private final AppendedMessages messages = new AppendedMessages();
  private final Database database;
  private final JdbiMessageStore store;
  private final List<ConversationId> conversations;

  StoreAppender(Path folder, int conversations) {
    this.database = Database.inFolder(folder);
    this.store = new JdbiMessageStore(database);
    this.conversations = messages.prepare(database, conversations);
  }

  @Override
  public void append(int conversation) {
    store.append(List.of(messages.next(conversations.get(conversation))));
  }

  @Override
  public void close() {
    database.close();
  }
}
