package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.search.Batch;
import org.colloquy.server.core.search.Change;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.FilePage;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.SearchStore;
import org.jdbi.v3.core.Handle;

/// Reads what can be found. Messages come in the order of an index, and no more of them at once
/// than fit easily into memory.
public final class JdbiSearchStore implements SearchStore {
  private static final int MOST_MESSAGES = 256;
  private static final int MOST_PAGES = 16;
  private static final long MOST_CHARACTERS = 4_000_000;

  private final Database database;

  public JdbiSearchStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean isShared() {
    return database.isShared();
  }

  @Override
  public long newestChange() {
    return database.read(SearchChanges::newest);
  }

  @Override
  public List<Change> changes(long after, int most) {
    return database.read(handle -> SearchChanges.after(handle, after, most));
  }

  @Override
  public void forgetChanges(Instant before) {
    database.write(handle -> {
      SearchChanges.forget(handle, before);
      return before;
    });
  }

  @Override
  public Map<AccountId, Long> newestMessages() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select a.id, (
                  select m.number from message m where m.owner_id = a.id
                  order by m.owner_id desc, m.number desc fetch first 1 rows only) as newest
                from account a
                """)
            .map((row, _) -> Map.entry(new AccountId(Columns.id(row, 1)), row.getLong(2)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Batch messages(AccountId owner, long after) {
    return messages("owner_id", owner.value(), after);
  }

  @Override
  public Batch messages(ConversationId conversation, long after) {
    return messages("conversation_id", conversation.value(), after);
  }

  /// @param column the first of an index whose second is the number
  private Batch messages(String column, UUID key, long after) {
    return database.read(handle -> {
      var sizes = sizes(handle, column, key, after);
      int taken = taken(sizes);
      if (taken == 0) {
        return new Batch(List.of(), after, false);
      }
      long upTo = sizes.get(taken - 1).number;
      var entries =
          handle
              .createQuery(
                  SearchRows.MESSAGE
                      + "and m.%1$s = :key and m.number > :after and m.number <= :upTo order by m.%1$s, m.number"
                          .formatted(column))
              .bind("key", key)
              .bind("after", after)
              .bind("upTo", upTo)
              .map((row, _) -> SearchRows.message(row))
              .list();
      return new Batch(entries, upTo, taken < sizes.size() || sizes.size() == MOST_MESSAGES);
    });
  }

  private record Size(long number, long characters) {}

  private static List<Size> sizes(Handle handle, String column, UUID key, long after) {
    return handle
        .createQuery(
            """
            select number, char_length(content) from message
            where %1$s = :key and number > :after
            order by %1$s, number fetch first :most rows only
            """
                .formatted(column))
        .bind("key", key)
        .bind("after", after)
        .bind("most", MOST_MESSAGES)
        .map((row, _) -> new Size(row.getLong(1), row.getLong(2)))
        .list();
  }

  /// How many of them, at least one, are not too long together.
  private static int taken(List<Size> sizes) {
    long characters = 0;
    for (int i = 0; i < sizes.size(); i++) {
      characters += sizes.get(i).characters;
      if (i > 0 && characters > MOST_CHARACTERS) {
        return i;
      }
    }
    return sizes.size();
  }

  @Override
  public List<Entry> others(AccountId owner) {
    return database.read(handle -> {
      var found = new ArrayList<Entry>();
      for (var kind : List.of(Kind.CONVERSATION, Kind.FILE, Kind.MEMORY)) {
        found.addAll(
            SearchRows.of(handle, kind, SearchRows.owner(kind) + " = :key", owner.value()));
      }
      return found;
    });
  }

  @Override
  public List<Entry> others(ConversationId conversation) {
    return database.read(handle -> {
      var found = new ArrayList<Entry>();
      for (var kind : List.of(Kind.CONVERSATION, Kind.FILE)) {
        found.addAll(SearchRows.of(handle, kind, "c.id = :key", conversation.value()));
      }
      return found;
    });
  }

  @Override
  public Optional<Entry> entry(Kind kind, UUID id) {
    return database.read(handle ->
        SearchRows.of(handle, kind, SearchRows.id(kind) + " = :key", id).stream().findFirst());
  }

  @Override
  public List<FilePage> pages(AttachmentId file, int after) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select p.page, p.label, p.content
                from document_page p join document d on d.attachment_id = p.attachment_id
                where p.attachment_id = :file and p.page > :after and d.state = 'READY'
                order by p.attachment_id, p.page fetch first :most rows only
                """)
            .bind("file", file.value())
            .bind("after", after)
            .bind("most", MOST_PAGES)
            .map((row, _) -> page(row))
            .list());
  }

  @Override
  public Optional<FilePage> page(AccountId owner, AttachmentId file, int number) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select p.page, p.label, p.content
                from document_page p
                join attachment a on a.id = p.attachment_id
                join conversation c on c.id = a.conversation_id
                where p.attachment_id = :file and p.page = :number
                  and c.owner_id = :owner and c.removed_at is null
                """)
            .bind("file", file.value())
            .bind("number", number)
            .bind("owner", owner.value())
            .map((row, _) -> page(row))
            .findOne());
  }

  private static FilePage page(ResultSet row) throws SQLException {
    return new FilePage(row.getInt("page"), row.getString("label"), row.getString("content"));
  }

  @Override
  public List<Entry> entries(AccountId owner, Kind kind, List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.read(handle ->
        handle
            .createQuery(
                SearchRows.select(kind)
                    + "and %s = :owner and %s in (<ids>)"
                        .formatted(SearchRows.owner(kind), SearchRows.id(kind)))
            .bind("owner", owner.value())
            .bindList("ids", ids)
            .map((row, _) -> SearchRows.entry(kind, row))
            .list());
  }

  @Override
  public Map<ConversationId, String> titles(AccountId owner, Set<ConversationId> conversations) {
    if (conversations.isEmpty()) {
      return Map.of();
    }
    return database.read(handle ->
        handle
            .createQuery(
                "select id, title from conversation where owner_id = :owner and id in (<ids>)")
            .bind("owner", owner.value())
            .bindList("ids", conversations.stream().map(ConversationId::value).toList())
            .map((row, _) -> title(row))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Map.Entry<ConversationId, String> title(ResultSet row) throws SQLException {
    return Map.entry(new ConversationId(Columns.id(row, 1)), row.getString(2));
  }

  @Override
  public Set<ConversationId> withAgent(AccountId owner, AgentId agent) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select id from conversation
                where owner_id = :owner and agent_id = :agent and removed_at is null
                """)
            .bind("owner", owner.value())
            .bind("agent", agent.value())
            .mapTo(UUID.class)
            .map(ConversationId::new)
            .collectIntoSet());
  }

  @Override
  public long messageCount() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select
                  (select coalesce(sum(p.message_count), 0)
                    from conversation c
                    join conversation_progress p on p.conversation_id = c.id
                    where c.removed_at is null)
                  - (select count(*)
                    from growing g
                    join message m on m.id = g.message_id
                    join conversation c on c.id = m.conversation_id
                    where c.removed_at is null)
                """)
            .mapTo(Long.class)
            .one());
  }
}
