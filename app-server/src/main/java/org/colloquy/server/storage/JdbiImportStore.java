package org.colloquy.server.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.importing.ImportStore;
import org.jdbi.v3.core.Handle;

/// Keeps conversations that were taken over from other programs.
public final class JdbiImportStore implements ImportStore {
  private final Database database;

  public JdbiImportStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ConversationId> find(AccountId owner, Origin origin) {
    return database.read(handle -> find(handle, owner, origin));
  }

  private static Optional<ConversationId> find(Handle handle, AccountId owner, Origin origin) {
    return handle
        .createQuery(
            """
            select conversation_id from imported
            where owner_id = :owner and program = :program and origin_key = :key
            """)
        .bind("owner", owner.value())
        .bind("program", origin.program())
        .bind("key", origin.key())
        .mapTo(UUID.class)
        .map(ConversationId::new)
        .findOne();
  }

  @Override
  public boolean add(Taken taken) {
    var prepared = taken.messages().stream().map(JdbiImportStore::prepared).toList();
    var conversation = taken.conversation();
    return database.write(handle -> {
      if (find(handle, conversation.owner(), taken.origin()).isPresent()) {
        return false;
      }
      ConversationRows.add(handle, conversation);
      MessageRows.append(handle, prepared);
      for (var sources : taken.sources()) {
        CitationRows.addPassages(handle, sources.answer(), sources.passages());
        CitationRows.addCitations(handle, sources.answer(), sources.citations());
      }
      finish(handle, conversation.id(), taken.leaf(), last(taken.messages()));
      note(handle, conversation, taken.origin());
      return true;
    });
  }

  private static void note(Handle handle, NewConversation conversation, Origin origin) {
    handle.execute(
        """
        insert into imported (owner_id, program, origin_key, conversation_id) values (?, ?, ?, ?)
        """,
        conversation.owner().value(),
        origin.program(),
        origin.key(),
        conversation.id().value());
  }

  private static StoredMessage prepared(Message message) {
    var kept = MessageForms.kept(message);
    return new StoredMessage(kept, MessageHash.of(kept));
  }

  private static Instant last(List<Message> messages) {
    return messages.stream().map(Message::createdAt).max(Instant::compareTo).orElseThrow();
  }

  private static void finish(Handle handle, ConversationId id, MessageId leaf, Instant last) {
    handle.execute(
        """
        update conversation_progress set active_leaf = ?, updated_at = ? where conversation_id = ?
        """,
        leaf.value(),
        Columns.column(last),
        id.value());
  }
}
