package org.colloquy.server.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.FolderId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps conversations. Lists are sorted by all columns of an index, so that H2 reads them in order
/// instead of sorting.
public final class JdbiConversationStore implements ConversationStore {
  private static final String SELECT = "select " + ConversationRows.COLUMNS + ConversationRows.FROM;

  private final Database database;

  public JdbiConversationStore(Database database) {
    this.database = database;
  }

  @Override
  public Conversation add(NewConversation conversation, List<NewMessage> first) {
    var prepared = MessageRows.prepared(MessageForms.chained(first));
    return database.write(handle -> {
      if (!ConversationRows.add(handle, conversation)) {
        throw new ProblemException(new Problem.Conflict("conversation"));
      }
      if (!prepared.isEmpty()) {
        MessageRows.append(handle, prepared);
      }
      return here(handle, conversation.owner(), conversation.id()).orElseThrow();
    });
  }

  @Override
  public Optional<Conversation> find(AccountId owner, ConversationId id) {
    return database.read(handle -> here(handle, owner, id));
  }

  private static Optional<Conversation> here(Handle handle, AccountId owner, ConversationId id) {
    return handle
        .createQuery(
            SELECT
                + """
                where id = :id and owner_id = :owner and removed_at is null
                """)
        .bind("id", id.value())
        .bind("owner", owner.value())
        .map((row, _) -> ConversationRows.conversation(row))
        .findOne();
  }

  @Override
  public Optional<Conversation> findByNumber(AccountId owner, long number) {
    return database.read(handle ->
        handle
            .createQuery(
                SELECT
                    + """
                    where number = :number and owner_id = :owner and removed_at is null
                    """)
            .bind("number", number)
            .bind("owner", owner.value())
            .map((row, _) -> ConversationRows.conversation(row))
            .findOne());
  }

  @Override
  public Optional<ConversationThread> thread(AccountId owner, ConversationId id, Shown shown) {
    return database.read(
        handle -> new ThreadRows(handle, owner, "c.id = :key", id.value(), shown).read());
  }

  @Override
  public Optional<ConversationThread> threadByNumber(AccountId owner, long number, Shown shown) {
    return database.read(
        handle -> new ThreadRows(handle, owner, "c.number = :key", number, shown).read());
  }

  @Override
  public List<Conversation> newestFirst(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                SELECT
                    + """
                    where owner_id = :owner and removed_at is null
                    order by owner_id desc, number desc
                    """)
            .bind("owner", owner.value())
            .map((row, _) -> ConversationRows.conversation(row))
            .list());
  }

  @Override
  public List<Conversation> lastTouchedFirst(AccountId owner, Instant before, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                SELECT
                    + """
                    where owner_id = :owner and removed_at is null and updated_at < :before
                    order by updated_at desc, number desc
                    fetch first :most rows only
                    """)
            .bind("owner", owner.value())
            .bind("before", Columns.column(before))
            .bind("most", most)
            .map((row, _) -> ConversationRows.conversation(row))
            .list());
  }

  @Override
  public Optional<Conversation> rename(AccountId owner, ConversationId id, String title) {
    return database.write(handle -> {
      var found = here(handle, owner, id);
      found.ifPresent(_ -> retitle(handle, id, title));
      return found.flatMap(_ -> here(handle, owner, id));
    });
  }

  @Override
  public Optional<Conversation> rename(
      AccountId owner, ConversationId id, String title, Instant updatedAt) {
    return database.write(handle -> {
      var found = here(handle, owner, id);
      found.ifPresent(_ -> {
        retitle(handle, id, title);
        touch(handle, id, updatedAt);
      });
      return found.flatMap(_ -> here(handle, owner, id));
    });
  }

  @Override
  public boolean renameFrom(AccountId owner, ConversationId id, String known, String title) {
    return database.write(handle -> {
      int renamed =
          handle.execute(
              """
              update conversation set title = ?
              where id = ? and owner_id = ? and title = ? and removed_at is null
              """,
              title,
              id.value(),
              owner.value(),
              known);
      return SearchChanges.noteIf(renamed, handle, Change.What.TITLE, id.value());
    });
  }

  private static void touch(Handle handle, ConversationId id, Instant when) {
    handle.execute(
        "update conversation_progress set updated_at = ? where conversation_id = ?",
        Columns.column(when),
        id.value());
  }

  private static void retitle(Handle handle, ConversationId id, String title) {
    handle.execute("update conversation set title = ? where id = ?", title, id.value());
    SearchChanges.note(handle, Change.What.TITLE, id.value());
  }

  @Override
  public Optional<Conversation> activate(AccountId owner, ConversationId id, MessageId leaf) {
    return database.write(handle -> {
      var found = here(handle, owner, id);
      found.ifPresent(_ -> activate(handle, id, leaf));
      return found.flatMap(_ -> here(handle, owner, id));
    });
  }

  private static void activate(Handle handle, ConversationId id, MessageId leaf) {
    handle.execute(
        "update conversation_progress set active_leaf = ? where conversation_id = ?",
        leaf.value(),
        id.value());
  }

  @Override
  public boolean remove(AccountId owner, ConversationId id, Instant when) {
    return database.write(handle -> {
      int removed =
          handle
              .createUpdate(
                  """
                  update conversation set removed_at = :when
                  where id = :id and owner_id = :owner and removed_at is null
                  """)
              .bind("when", Columns.column(when))
              .bind("id", id.value())
              .bind("owner", owner.value())
              .execute();
      return SearchChanges.noteIf(removed, handle, Change.What.CONVERSATION, id.value());
    });
  }

  @Override
  public Optional<Conversation> restore(AccountId owner, ConversationId id) {
    return database.write(handle -> {
      int restored =
          handle
              .createUpdate(
                  """
                  update conversation set removed_at = null
                  where id = :id and owner_id = :owner and removed_at is not null
                  """)
              .bind("id", id.value())
              .bind("owner", owner.value())
              .execute();
      return SearchChanges.noteIf(restored, handle, Change.What.CONVERSATION, id.value())
          ? here(handle, owner, id)
          : Optional.<Conversation>empty();
    });
  }

  @Override
  public Optional<Conversation> file(
      AccountId owner, ConversationId id, @Nullable FolderId folder) {
    return database.write(handle -> {
      int filed =
          handle
              .createUpdate(
                  """
                  update conversation set folder_id = :folder
                  where id = :id and owner_id = :owner and removed_at is null
                    and (cast(:folder as uuid) is null or exists (
                      select 1 from folder where id = :folder and owner_id = :owner))
                  """)
              .bind("folder", Columns.column(folder == null ? null : folder.value()))
              .bind("id", id.value())
              .bind("owner", owner.value())
              .execute();
      return filed == 0 ? Optional.<Conversation>empty() : here(handle, owner, id);
    });
  }

  @Override
  public List<ConversationId> untouched(FolderId folder, Instant since) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select c.id from conversation c
                join conversation_progress p on p.conversation_id = c.id
                where c.folder_id = :folder and p.updated_at < :since
                """)
            .bind("folder", folder.value())
            .bind("since", Columns.column(since))
            .mapTo(UUID.class)
            .map(ConversationId::new)
            .list());
  }

  @Override
  public Removed purge(Instant removedBefore) {
    return database.write(handle -> {
      var ids =
          handle
              .createQuery("select id from conversation where removed_at < :before")
              .bind("before", Columns.column(removedBefore))
              .mapTo(UUID.class)
              .list();
      return RemovedRows.remove(handle, ids);
    });
  }

  @Override
  public Removed removeUntouched(FolderId folder, List<ConversationId> ids, Instant since) {
    return database.write(handle -> {
      var untouched =
          ids.stream().filter(id -> RemovedRows.isUntouched(handle, folder, id, since)).toList();
      return RemovedRows.remove(handle, untouched.stream().map(ConversationId::value).toList());
    });
  }
}
