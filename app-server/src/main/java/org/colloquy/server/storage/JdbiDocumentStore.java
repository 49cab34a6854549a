package org.colloquy.server.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.document.Chunk;
import org.colloquy.server.core.document.DocumentStore;
import org.colloquy.server.core.document.DocumentText.Page;
import org.colloquy.server.core.document.LibraryFile;
import org.colloquy.server.core.document.LibraryQuery;
import org.colloquy.server.core.document.Reading;
import org.colloquy.server.core.memory.Meaning;
import org.colloquy.server.core.search.Change;

/// Keeps the texts of files.
public final class JdbiDocumentStore implements DocumentStore {
  private final Database database;

  public JdbiDocumentStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean put(AttachmentId file, Reading reading) {
    return database.write(handle -> {
      int before = handle.execute("delete from document where attachment_id = ?", file.value());
      if (before > 0) {
        SearchChanges.note(handle, Change.What.FILE, file.value());
      }
      return handle.execute(
              """
              insert into document (attachment_id, state, pages, indexed, failure, hint)
              select id, cast(? as varchar), cast(? as integer), cast(? as integer),
                cast(? as varchar), cast(? as varchar)
              from attachment where id = ?
              """,
              reading.state().name(),
              reading.pages(),
              reading.indexed(),
              reading.failure(),
              reading.hint(),
              file.value())
          > 0;
    });
  }

  @Override
  public boolean keep(AttachmentId file, List<Page> pages, List<Chunk> chunks, String hint) {
    return database.write(handle -> {
      int found =
          handle.execute(
              "update document set pages = ?, hint = ? where attachment_id = ?",
              pages.size(),
              hint,
              file.value());
      if (found > 0) {
        DocumentRows.add(handle, file, pages);
        DocumentRows.addChunks(handle, file, chunks);
      }
      return found > 0;
    });
  }

  @Override
  public void ready(AttachmentId file) {
    database.write(handle -> {
      SearchChanges.note(handle, Change.What.FILE, file.value());
      return handle.execute(
          "update document set state = 'READY' where attachment_id = ?", file.value());
    });
  }

  @Override
  public void keep(AttachmentId file, String model, Map<Chunk, Meaning> meanings, int indexed) {
    database.write(handle -> {
      var batch =
          handle.prepareBatch(
              """
              update document_chunk set model = :model, vector = :vector
              where attachment_id = :file and number = :number
              """);
      meanings.forEach((chunk, meaning) ->
          batch
              .bind("model", model)
              .bind("vector", meaning.bytes())
              .bind("file", file.value())
              .bind("number", chunk.number())
              .add());
      if (!meanings.isEmpty()) {
        batch.execute();
      }
      return handle.execute(
          "update document set indexed = ? where attachment_id = ?", indexed, file.value());
    });
  }

  @Override
  public List<FileToRead> unread() {
    return unread("d.attachment_id is null or d.state in ('WAITING', 'READING')");
  }

  @Override
  public List<FileToRead> ready() {
    return unread("d.state = 'READY'");
  }

  private List<FileToRead> unread(String which) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select c.owner_id, a.id, a.name, a.media_type
                from attachment a
                join conversation c on c.id = a.conversation_id
                left join document d on d.attachment_id = a.id
                where a.size >= 0 and (%s)
                order by a.number
                """
                    .formatted(which))
            .map((row, _) ->
                new FileToRead(
                    new AccountId(Columns.id(row, "owner_id")),
                    new AttachmentId(Columns.id(row, "id")),
                    row.getString("name"),
                    row.getString("media_type")))
            .list());
  }

  @Override
  public Map<AttachmentId, Reading> of(AccountId owner, ConversationId conversation) {
    return database.read(handle -> {
      var found = new LinkedHashMap<AttachmentId, Reading>();
      handle
          .createQuery(
              """
              select d.* from attachment a
              join document d on d.attachment_id = a.id
              join conversation c on c.id = a.conversation_id
              where a.conversation_id = :conversation
                and c.owner_id = :owner and c.removed_at is null
              order by a.conversation_id, a.number
              """)
          .bind("conversation", conversation.value())
          .bind("owner", owner.value())
          .map((row, _) -> Map.entry(Columns.id(row, "attachment_id"), DocumentRows.reading(row)))
          .forEach(one -> found.put(new AttachmentId(one.getKey()), one.getValue()));
      return found;
    });
  }

  @Override
  public Optional<Reading> find(AttachmentId file) {
    return database.read(handle ->
        handle
            .createQuery("select * from document where attachment_id = :file")
            .bind("file", file.value())
            .map((row, _) -> DocumentRows.reading(row))
            .findOne());
  }

  @Override
  public Optional<Page> page(AccountId owner, AttachmentId file, int number) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select p.* from document_page p
                join attachment a on a.id = p.attachment_id
                join conversation c on c.id = a.conversation_id
                where p.attachment_id = :file and p.page = :number
                  and c.owner_id = :owner and c.removed_at is null
                """)
            .bind("file", file.value())
            .bind("number", number)
            .bind("owner", owner.value())
            .map((row, _) -> DocumentRows.page(row))
            .findOne());
  }

  @Override
  public List<PageText> texts(AttachmentId file) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select page, label, content from document_page where attachment_id = :file
                order by attachment_id, page
                """)
            .bind("file", file.value())
            .map((row, _) ->
                new PageText(row.getInt("page"), row.getString("label"), row.getString("content")))
            .list());
  }

  @Override
  public List<KnownChunk> chunks(AttachmentId file, String model) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select number, page, start_at, end_at,
                  case when model = :model then vector end as vector
                from document_chunk where attachment_id = :file
                order by attachment_id, number
                """)
            .bind("file", file.value())
            .bind("model", model)
            .map((row, _) ->
                new KnownChunk(
                    DocumentRows.chunk(row),
                    Optional.ofNullable(row.getBytes("vector")).map(Meaning::of)))
            .list());
  }

  @Override
  public Extent extent(AttachmentId file, String model) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select count(*) as chunks,
                  count(case when model = :model and vector is not null then 1 end) as meanings
                from document_chunk where attachment_id = :file
                """)
            .bind("file", file.value())
            .bind("model", model)
            .map((row, _) -> new Extent(row.getInt("chunks"), row.getInt("meanings")))
            .one());
  }

  @Override
  public Optional<PlacedChunk> chunk(AttachmentId file, int number) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select c.number, c.page, c.start_at, c.end_at, p.label, p.content
                from document_chunk c
                join document_page p on p.attachment_id = c.attachment_id and p.page = c.page
                where c.attachment_id = :file and c.number = :number
                """)
            .bind("file", file.value())
            .bind("number", number)
            .map((row, _) ->
                new PlacedChunk(
                    DocumentRows.chunk(row),
                    row.getString("label"),
                    DocumentRows.chunk(row).of(row.getString("content"))))
            .findOne());
  }

  @Override
  public List<LibraryFile> library(AccountId owner, LibraryQuery query) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select a.*, c.title, d.state, d.pages, d.indexed, d.failure, d.hint
                from conversation c
                join attachment a on a.conversation_id = c.id
                left join document d on d.attachment_id = a.id
                where c.owner_id = :owner and c.removed_at is null
                  and a.size >= 0 and a.number < :before and lower(a.name) like :name escape '!'
                order by a.number desc limit :most
                """)
            .bind("owner", owner.value())
            .bind("before", query.before())
            .bind("name", DocumentRows.pattern(query.words()))
            .bind("most", query.most())
            .map((row, _) -> DocumentRows.file(row))
            .list());
  }

  @Override
  public List<ReadableFile> readable(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select a.id, a.conversation_id, a.name
                from attachment a join document d on d.attachment_id = a.id
                where d.state = 'READY' and a.conversation_id = :id order by a.number
                """)
            .bind("id", conversation.value())
            .map((row, _) ->
                new ReadableFile(
                    new AttachmentId(Columns.id(row, "id")),
                    new ConversationId(Columns.id(row, "conversation_id")),
                    row.getString("name")))
            .list());
  }
}
