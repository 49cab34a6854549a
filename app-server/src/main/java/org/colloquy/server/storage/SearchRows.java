package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.Facet;
import org.colloquy.server.core.search.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What can be found, as rows. Each `select` ends in a condition, which others may follow.
final class SearchRows {
  static final String MESSAGE =
      """
      select m.id, m.number, m.owner_id, m.conversation_id, m.created_at, m.content, m.role,
        m.model_name
      from message m join conversation c on c.id = m.conversation_id
      where c.removed_at is null and m.state <> 'GROWING'
      """;

  private static final String CONVERSATION =
      """
      select c.id, c.number, c.owner_id, c.id, p.updated_at, c.title
      from conversation c join conversation_progress p on p.conversation_id = c.id
      where c.removed_at is null
      """;

  private static final String FILE =
      """
      select a.id, a.number, c.owner_id, c.id, a.created_at, a.name, a.media_type
      from attachment a join conversation c on c.id = a.conversation_id
      where c.removed_at is null
      """;

  private static final String MEMORY =
      """
      select y.id, y.number, y.owner_id, null, y.changed_at, y.content, y.agent_id
      from memory y
      where 1 = 1
      """;

  private SearchRows() {}

  static String select(Kind kind) {
    return switch (kind) {
      case CONVERSATION -> CONVERSATION;
      case MESSAGE -> MESSAGE;
      case FILE -> FILE;
      case MEMORY -> MEMORY;
    };
  }

  /// The column with the owner.
  static String owner(Kind kind) {
    return switch (kind) {
      case CONVERSATION, FILE -> "c.owner_id";
      case MESSAGE -> "m.owner_id";
      case MEMORY -> "y.owner_id";
    };
  }

  /// The column with the id.
  static String id(Kind kind) {
    return switch (kind) {
      case CONVERSATION -> "c.id";
      case MESSAGE -> "m.id";
      case FILE -> "a.id";
      case MEMORY -> "y.id";
    };
  }

  /// @param which a condition that `:key` fulfils
  static List<Entry> of(Handle handle, Kind kind, String which, UUID key) {
    return handle
        .createQuery(select(kind) + "and " + which)
        .bind("key", key)
        .map((row, _) -> entry(kind, row))
        .list();
  }

  static Entry entry(Kind kind, ResultSet row) throws SQLException {
    return switch (kind) {
      case MESSAGE -> message(row);
      case CONVERSATION -> entry(kind, row, Map.of());
      case FILE -> entry(kind, row, Map.of(Facet.TYPE, row.getString(7)));
      case MEMORY -> entry(kind, row, agent(Columns.idOrNull(row, 7)));
    };
  }

  static Entry message(ResultSet row) throws SQLException {
    var role = row.getString(7).toLowerCase(Locale.ROOT);
    var model = row.getString(8);
    return entry(
        Kind.MESSAGE,
        row,
        model == null ? Map.of(Facet.ROLE, role) : Map.of(Facet.ROLE, role, Facet.MODEL, model));
  }

  private static Map<Facet, String> agent(@Nullable UUID agent) {
    return agent == null ? Map.of() : Map.of(Facet.AGENT, agent.toString());
  }

  private static Entry entry(Kind kind, ResultSet row, Map<Facet, String> facets)
      throws SQLException {
    var conversation = kind == Kind.MEMORY ? null : new ConversationId(Columns.id(row, 4));
    return new Entry(
        kind,
        Columns.id(row, 1),
        row.getLong(2),
        new AccountId(Columns.id(row, 3)),
        conversation,
        Columns.time(row, 5),
        row.getString(6),
        facets);
  }
}
