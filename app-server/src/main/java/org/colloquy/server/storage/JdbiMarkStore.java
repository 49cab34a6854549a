package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.ConversationMarks;
import org.colloquy.server.core.conversation.Listing;
import org.colloquy.server.core.conversation.Listing.Filed;
import org.colloquy.server.core.conversation.MarkChange;
import org.colloquy.server.core.conversation.MarkStore;
import org.colloquy.server.core.conversation.MarkedConversation;
import org.colloquy.server.core.conversation.Tag;
import org.jdbi.v3.core.Handle;

/// Keeps what conversations are marked with. A list is one query; tags are looked up for what is in
/// it, and for nothing else.
public final class JdbiMarkStore implements MarkStore {
  private static final String TAGS =
      """
      (select array_agg(t.name) from conversation_tag t where t.conversation_id = %s) as tags
      """;

  private final Database database;

  public JdbiMarkStore(Database database) {
    this.database = database;
  }

  @Override
  public List<MarkedConversation> list(AccountId owner, Listing listing) {
    var bound = new HashMap<String, Object>();
    var sql =
        """
        select l.*, %s from (
          select %s, %s %s
          where c.owner_id = :owner and c.removed_at is null and (p.updated_at < :before
            or p.updated_at = :before and c.number < :beforeNumber) %s
          order by p.updated_at desc, c.number desc
          fetch first :most rows only) l
        order by l.c_updated_at desc, l.c_number desc
        """
            .formatted(
                TAGS.formatted("l.c_id"),
                ConversationRows.COLUMNS,
                MarkRows.COLUMNS,
                ConversationRows.FROM,
                conditions(listing, bound));
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("owner", owner.value())
            .bind("before", Columns.column(listing.page().before()))
            .bind("beforeNumber", listing.page().beforeNumber())
            .bind("most", listing.page().most())
            .bindMap(bound)
            .map((row, _) -> marked(row))
            .list());
  }

  private static String conditions(Listing listing, Map<String, Object> bound) {
    var conditions = new StringBuilder();
    var pinned = listing.pinned();
    if (pinned != null) {
      conditions.append(" and c.pinned = :pinned");
      bound.put("pinned", pinned);
    }
    var archived = listing.archived();
    if (archived != null) {
      conditions.append(" and c.archived = :archived");
      bound.put("archived", archived);
    }
    switch (listing.filed()) {
      case Filed.Anywhere _ -> {}
      case Filed.Nowhere _ -> conditions.append(" and c.folder_id is null");
      case Filed.In(var folder) -> {
        conditions.append(" and c.folder_id = :folder");
        bound.put("folder", folder.value());
      }
    }
    var tag = listing.tag();
    if (tag != null) {
      conditions.append(
          """
           and exists (select 1 from conversation_tag t
            where t.conversation_id = c.id and t.name = :tag)
          """);
      bound.put("tag", tag);
    }
    return conditions.toString();
  }

  private static MarkedConversation marked(ResultSet row) throws SQLException {
    return new MarkedConversation(ConversationRows.conversation(row), MarkRows.marks(row));
  }

  @Override
  public ConversationMarks of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                "select %s, %s %s where c.id = :id"
                    .formatted(MarkRows.COLUMNS, TAGS.formatted("c.id"), ConversationRows.FROM))
            .bind("id", conversation.value())
            .map((row, _) -> MarkRows.marks(row))
            .findOne()
            .orElse(ConversationMarks.NONE));
  }

  @Override
  public boolean change(AccountId owner, ConversationId id, MarkChange change) {
    return database.write(handle -> {
      boolean there = isThere(handle, owner, id);
      if (there) {
        place(handle, id, change);
        read(handle, id, change);
        tag(handle, id, change);
      }
      return there;
    });
  }

  private static boolean isThere(Handle handle, AccountId owner, ConversationId id) {
    return handle
        .createQuery(
            """
            select 1 from conversation
            where id = :id and owner_id = :owner and removed_at is null
            """)
        .bind("id", id.value())
        .bind("owner", owner.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static void place(Handle handle, ConversationId id, MarkChange change) {
    if (change.pinned() != null) {
      handle.execute(
          "update conversation set pinned = ? where id = ?", change.pinned(), id.value());
    }
    if (change.archived() != null) {
      handle.execute(
          "update conversation set archived = ? where id = ?", change.archived(), id.value());
    }
  }

  private static void read(Handle handle, ConversationId id, MarkChange change) {
    var unread = change.unread();
    if (unread != null) {
      handle.execute(
          """
          update conversation_progress set answers_read = answers_ended - ?
          where conversation_id = ?
          """,
          unread ? 1 : 0,
          id.value());
    }
  }

  private static void tag(Handle handle, ConversationId id, MarkChange change) {
    var tags = change.tags();
    if (tags != null) {
      handle.execute("delete from conversation_tag where conversation_id = ?", id.value());
      tags.forEach(name ->
          handle.execute(
              "insert into conversation_tag (conversation_id, name) values (?, ?)",
              id.value(),
              name));
    }
  }

  @Override
  public List<Tag> tags(AccountId owner) {
    return database
        .read(handle ->
            handle
                .createQuery(
                    """
                    select t.name, sum(case when c.archived then 0 else 1 end) as listed,
                      sum(case when c.archived then 1 else 0 end) as archived
                    from conversation_tag t join conversation c on c.id = t.conversation_id
                    where c.owner_id = :owner and c.removed_at is null
                    group by t.name
                    """)
                .bind("owner", owner.value())
                .map((row, _) ->
                    new Tag(row.getString("name"), row.getInt("listed"), row.getInt("archived")))
                .list())
        .stream()
        .sorted(Comparator.comparing(Tag::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
