package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.bibliography.Entry;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.core.bibliography.Reference.Author;
import org.colloquy.server.core.bibliography.ReferenceStore;
import org.jdbi.v3.core.Handle;

/// Keeps what is known of files as publications.
public final class JdbiReferenceStore implements ReferenceStore {
  private static final String SELECT =
      "select r.* from reference_entry r join attachment a on a.id = r.attachment_id ";

  private final Database database;

  public JdbiReferenceStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Entry> find(AttachmentId file) {
    return entries("where r.attachment_id = :key and r.place = 0", file.value()).stream()
        .findFirst();
  }

  /// @param which a condition that `:key` fulfils
  private List<Entry> entries(String which, UUID key) {
    return database.read(handle ->
        handle.createQuery(SELECT + which).bind("key", key).map((row, _) -> entry(row)).list());
  }

  @Override
  public boolean put(Entry entry) {
    return database.write(handle -> {
      if (!isThere(handle, entry.file())) {
        return false;
      }
      handle.execute(
          "delete from reference_entry where attachment_id = ? and place = 0",
          entry.file().value());
      insert(handle, entry, 0);
      return true;
    });
  }

  @Override
  public boolean putListed(AttachmentId list, List<Reference> references) {
    return database.write(handle -> {
      if (!isThere(handle, list)) {
        return false;
      }
      handle.execute(
          "delete from reference_entry where attachment_id = ? and place > 0", list.value());
      int place = 1;
      for (var reference : references) {
        insert(handle, new Entry(list, reference, Entry.Origin.LISTED), place++);
      }
      return true;
    });
  }

  private static boolean isThere(Handle handle, AttachmentId file) {
    return handle
        .createQuery("select id from attachment where id = :file")
        .bind("file", file.value())
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  private static void insert(Handle handle, Entry entry, int place) {
    var reference = entry.reference();
    handle
        .createUpdate(
            """
            insert into reference_entry (attachment_id, place, origin, citation_key, kind, title,
              authors, year_text, container, volume, issue, pages, publisher, doi, isbn, arxiv, url)
            values (:file, :place, :origin, :key, :kind, :title, :authors, :year, :container,
              :volume, :issue, :pages, :publisher, :doi, :isbn, :arxiv, :url)
            """)
        .bind("file", entry.file().value())
        .bind("place", place)
        .bind("origin", entry.origin().name())
        .bind("key", reference.key())
        .bind("kind", reference.kind())
        .bind("title", reference.title())
        .bind("authors", line(reference.authors()))
        .bind("year", reference.year())
        .bind("container", reference.container())
        .bind("volume", reference.volume())
        .bind("issue", reference.issue())
        .bind("pages", reference.pages())
        .bind("publisher", reference.publisher())
        .bind("doi", reference.doi())
        .bind("isbn", reference.isbn())
        .bind("arxiv", reference.arxiv())
        .bind("url", reference.url())
        .execute();
  }

  @Override
  public List<Entry> of(ConversationId conversation) {
    return entries(
        "where a.conversation_id = :key and r.place = 0 order by a.number", conversation.value());
  }

  @Override
  public List<Entry> citedIn(MessageId message) {
    return entries(
        """
        where r.place = 0 and a.id in (
          select c.attachment_id from citation c where c.message_id = :key)
        order by a.number
        """,
        message.value());
  }

  @Override
  public List<Reference> listed(ConversationId conversation) {
    var listed =
        entries(
            "where a.conversation_id = :key and r.place > 0 order by a.number, r.place",
            conversation.value());
    return listed.stream().map(Entry::reference).toList();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new AttachmentId(Columns.id(row, "attachment_id")),
        new Reference(
            row.getString("citation_key"),
            row.getString("kind"),
            row.getString("title"),
            authors(row.getString("authors")),
            row.getString("year_text"),
            row.getString("container"),
            row.getString("volume"),
            row.getString("issue"),
            row.getString("pages"),
            row.getString("publisher"),
            row.getString("doi"),
            row.getString("isbn"),
            row.getString("arxiv"),
            row.getString("url")),
        Entry.Origin.valueOf(row.getString("origin")));
  }

  private static String line(List<Author> authors) {
    return authors.stream()
        .map(author -> oneLine(author.family()) + "\t" + oneLine(author.given()))
        .collect(Collectors.joining("\n"));
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\s+", " ");
  }

  private static List<Author> authors(String lines) {
    return lines
        .lines()
        .map(line -> line.split("\t", -1))
        .map(parts -> new Author(parts[0], parts[1]))
        .toList();
  }
}
