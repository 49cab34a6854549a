package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.NewAttachment;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;

/// Keeps what is known of attachments.
public final class JdbiAttachmentStore implements AttachmentStore {
  private static final String OWNED =
      """
      select a.* from attachment a join conversation c on c.id = a.conversation_id
      where c.owner_id = :owner and c.removed_at is null and
      """;

  private final Database database;

  public JdbiAttachmentStore(Database database) {
    this.database = database;
  }

  @Override
  public Attachment add(NewAttachment attachment) {
    return database.write(handle -> {
      insert(handle, attachment);
      SearchChanges.note(handle, Change.What.FILE, attachment.id().value());
      return handle
          .createQuery("select * from attachment where id = :id")
          .bind("id", attachment.id().value())
          .map((row, _) -> attachment(row))
          .one();
    });
  }

  private static void insert(Handle handle, NewAttachment attachment) {
    var message = attachment.message();
    var content = attachment.content();
    handle
        .createUpdate(
            """
            insert into attachment (id, conversation_id, message_id, name, media_type, size,
              created_at, content)
            values (:id, :conversation, :message, :name, :mediaType, :size, :createdAt, :content)
            """)
        .bind("id", attachment.id().value())
        .bind("conversation", attachment.conversation().value())
        .bind("message", Columns.column(message == null ? null : message.value()))
        .bind("name", attachment.name())
        .bind("mediaType", attachment.mediaType())
        .bind("size", attachment.size())
        .bind("createdAt", Columns.column(attachment.createdAt()))
        .bind("content", content == null ? null : content.hex())
        .execute();
  }

  @Override
  public Optional<Attachment> find(AccountId owner, AttachmentId id) {
    return database.read(handle ->
        handle
            .createQuery(OWNED + " a.id = :id")
            .bind("owner", owner.value())
            .bind("id", id.value())
            .map((row, _) -> attachment(row))
            .findOne());
  }

  @Override
  public Optional<Attachment> findByNumber(AccountId owner, long number) {
    return database.read(handle ->
        handle
            .createQuery(OWNED + " a.number = :number")
            .bind("owner", owner.value())
            .bind("number", number)
            .map((row, _) -> attachment(row))
            .findOne());
  }

  @Override
  public List<Attachment> of(MessageId message) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from attachment where message_id = :message order by message_id, number
                """)
            .bind("message", message.value())
            .map((row, _) -> attachment(row))
            .list());
  }

  @Override
  public List<Attachment> of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from attachment where conversation_id = :conversation
                order by conversation_id, number
                """)
            .bind("conversation", conversation.value())
            .map((row, _) -> attachment(row))
            .list());
  }

  @Override
  public Optional<ContentHash> content(AttachmentId id) {
    return database.read(handle ->
        handle
            .createQuery("select content from attachment where id = :id and content is not null")
            .bind("id", id.value())
            .mapTo(String.class)
            .map(ContentHash::new)
            .findOne());
  }

  @Override
  public Set<ContentHash> referred(List<ContentHash> contents) {
    if (contents.isEmpty()) {
      return Set.of();
    }
    return database.read(handle ->
        handle
            .createQuery("select distinct content from attachment where content in (<contents>)")
            .bindList("contents", contents.stream().map(ContentHash::hex).toList())
            .mapTo(String.class)
            .map(ContentHash::new)
            .collectIntoSet());
  }

  @Override
  public Set<ContentHash> contents() {
    return database.read(handle ->
        handle
            .createQuery("select distinct content from attachment where content is not null")
            .mapTo(String.class)
            .map(ContentHash::new)
            .collectIntoSet());
  }

  @Override
  public boolean refer(AttachmentId id, ContentHash content) {
    return database.write(handle ->
        handle
                .createUpdate("update attachment set content = :content where id = :id")
                .bind("content", content.hex())
                .bind("id", id.value())
                .execute()
            > 0);
  }

  @Override
  public long size(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select coalesce(sum(a.size), 0) from attachment a
                join conversation c on c.id = a.conversation_id
                where c.owner_id = :owner and a.size > 0
                """)
            .bind("owner", owner.value())
            .mapTo(Long.class)
            .one());
  }

  @Override
  public boolean remove(AccountId owner, AttachmentId id) {
    return database.write(handle -> {
      int removed =
          handle
              .createUpdate(
                  """
                  delete from attachment where id = :id and conversation_id in
                    (select id from conversation where owner_id = :owner and removed_at is null)
                  """)
              .bind("id", id.value())
              .bind("owner", owner.value())
              .execute();
      return SearchChanges.noteIf(removed, handle, Change.What.FILE, id.value());
    });
  }

  static Attachment attachment(ResultSet row) throws SQLException {
    UUID message = Columns.idOrNull(row, "message_id");
    return new Attachment(
        new AttachmentId(Columns.id(row, "id")),
        row.getLong("number"),
        new ConversationId(Columns.id(row, "conversation_id")),
        message == null ? null : new MessageId(message),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        Columns.time(row, "created_at"));
  }
}
