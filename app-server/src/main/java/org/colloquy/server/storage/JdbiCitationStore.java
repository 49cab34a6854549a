package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.citation.CitationStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps which passages answers were given with, and what they cite.
public final class JdbiCitationStore implements CitationStore {
  private static final String OF_CONVERSATION = "m.conversation_id";
  private static final String OF_ANSWER = "m.id";

  private final Database database;

  public JdbiCitationStore(Database database) {
    this.database = database;
  }

  @Override
  public void given(MessageId answer, List<SourcePassage> passages) {
    database.write(handle -> {
      handle.execute("delete from source_passage where message_id = ?", answer.value());
      return CitationRows.addPassages(handle, answer, passages);
    });
  }

  @Override
  public void cited(MessageId answer, List<Citation> citations) {
    database.write(handle -> {
      handle.execute("delete from citation where message_id = ?", answer.value());
      return CitationRows.addCitations(handle, answer, citations);
    });
  }

  @Override
  public List<AnswerSources> of(ConversationId conversation, long from) {
    return database.read(handle -> {
      var passages = passages(handle, OF_CONVERSATION, conversation.value(), from);
      var citations = citations(handle, OF_CONVERSATION, conversation.value(), from);
      return handle
          .createQuery(
              """
              select m.id from message m
              where m.conversation_id = :conversation and m.number >= :from
                and (exists (select 1 from source_passage s where s.message_id = m.id)
                  or exists (select 1 from citation c where c.message_id = m.id))
              order by m.conversation_id, m.number
              """)
          .bind("conversation", conversation.value())
          .bind("from", from)
          .mapTo(UUID.class)
          .map(id ->
              new AnswerSources(
                  new MessageId(id),
                  passages.getOrDefault(id, List.of()),
                  citations.getOrDefault(id, List.of())))
          .list();
    });
  }

  @Override
  public AnswerSources of(MessageId answer) {
    return database.read(handle -> {
      var passages = passages(handle, OF_ANSWER, answer.value(), 0);
      var citations = citations(handle, OF_ANSWER, answer.value(), 0);
      return new AnswerSources(
          answer,
          passages.getOrDefault(answer.value(), List.of()),
          citations.getOrDefault(answer.value(), List.of()));
    });
  }

  private static Map<UUID, List<SourcePassage>> passages(
      Handle handle, String which, UUID id, long from) {
    var found = new LinkedHashMap<UUID, List<SourcePassage>>();
    handle
        .createQuery(
            """
            select s.*, p.content as page_content
            from message m
            join source_passage s on s.message_id = m.id
            left join document_page p
              on p.attachment_id = s.attachment_id and p.page = s.page
            where <which> = :id and m.number >= :from
            order by m.number, s.number
            """)
        .define("which", which)
        .bind("id", id)
        .bind("from", from)
        .map((row, _) -> Map.entry(Columns.id(row, "message_id"), passage(row)))
        .forEach(
            one -> found.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return found;
  }

  private static SourcePassage passage(ResultSet row) throws SQLException {
    int start = row.getInt("start_at");
    int end = row.getInt("end_at");
    return new SourcePassage(
        row.getInt("number"),
        file(row),
        row.getString("name"),
        row.getInt("page"),
        row.getString("label"),
        start,
        end,
        text(row.getString("content"), row.getString("page_content"), start, end));
  }

  /// A page that was read again may be shorter.
  private static String text(@Nullable String own, @Nullable String page, int start, int end) {
    if (own != null || page == null) {
      return own == null ? "" : own;
    }
    int from = Math.min(start, page.length());
    return page.substring(from, Math.clamp(end, from, page.length()));
  }

  private static Map<UUID, List<Citation>> citations(
      Handle handle, String which, UUID id, long from) {
    var found = new LinkedHashMap<UUID, List<Citation>>();
    handle
        .createQuery(
            """
            select c.* from message m join citation c on c.message_id = m.id
            where <which> = :id and m.number >= :from
            order by m.number, c.place
            """)
        .define("which", which)
        .bind("id", id)
        .bind("from", from)
        .map((row, _) -> Map.entry(Columns.id(row, "message_id"), citation(row)))
        .forEach(
            one -> found.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return found;
  }

  private static Citation citation(ResultSet row) throws SQLException {
    return new Citation(
        row.getInt("number"),
        row.getInt("marker_start"),
        row.getInt("marker_end"),
        Citation.State.valueOf(row.getString("state")),
        row.getString("quote"),
        place(row));
  }

  private static Citation.@Nullable Place place(ResultSet row) throws SQLException {
    var name = row.getString("name");
    return name == null
        ? null
        : new Citation.Place(
            file(row),
            name,
            row.getInt("page"),
            row.getString("label"),
            row.getInt("start_at"),
            row.getInt("end_at"));
  }

  private static @Nullable AttachmentId file(ResultSet row) throws SQLException {
    var id = Columns.idOrNull(row, "attachment_id");
    return id == null ? null : new AttachmentId(id);
  }
}
