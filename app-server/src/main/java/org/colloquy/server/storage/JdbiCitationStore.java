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
  private final Database database;

  public JdbiCitationStore(Database database) {
    this.database = database;
  }

  @Override
  public void given(MessageId answer, List<SourcePassage> passages) {
    database.write(handle -> {
      handle.execute("delete from source_passage where message_id = ?", answer.value());
      int kept = 0;
      for (var passage : passages) {
        var file = there(handle, passage.file());
        if (file != null || passage.file() == null) {
          kept += insert(handle, answer, passage, file);
        }
      }
      return kept;
    });
  }

  private static int insert(
      Handle handle, MessageId answer, SourcePassage passage, @Nullable UUID file) {
    return handle
        .createUpdate(
            """
            insert into source_passage (message_id, number, attachment_id, name, page, label,
              start_at, end_at, content)
            values (:answer, :number, :file, :name, :page, :label, :start, :end, :content)
            """)
        .bind("answer", answer.value())
        .bind("number", passage.number())
        .bind("file", Columns.column(file))
        .bind("name", passage.name())
        .bind("page", passage.page())
        .bind("label", passage.label())
        .bind("start", passage.start())
        .bind("end", passage.end())
        .bind("content", file == null ? passage.text() : null)
        .execute();
  }

  @Override
  public void cited(MessageId answer, List<Citation> citations) {
    database.write(handle -> {
      handle.execute("delete from citation where message_id = ?", answer.value());
      for (int place = 0; place < citations.size(); place++) {
        insert(handle, answer, place, citations.get(place));
      }
      return citations.size();
    });
  }

  private static void insert(Handle handle, MessageId answer, int order, Citation citation) {
    var place = citation.place();
    handle
        .createUpdate(
            """
            insert into citation (message_id, place, number, marker_start, marker_end, state, quote,
              attachment_id, name, page, label, start_at, end_at)
            values (:answer, :order, :number, :markerStart, :markerEnd, :state, :quote, :file, :name,
              :page, :label, :start, :end)
            """)
        .bind("answer", answer.value())
        .bind("order", order)
        .bind("number", citation.number())
        .bind("markerStart", citation.markerStart())
        .bind("markerEnd", citation.markerEnd())
        .bind("state", citation.state().name())
        .bind("quote", citation.quote())
        .bind("file", Columns.column(place == null ? null : there(handle, place.file())))
        .bind("name", place == null ? null : place.name())
        .bind("page", place == null ? 0 : place.page())
        .bind("label", place == null ? "" : place.label())
        .bind("start", place == null ? 0 : place.start())
        .bind("end", place == null ? 0 : place.end())
        .execute();
  }

  /// The file, if it was not removed meanwhile.
  private static @Nullable UUID there(Handle handle, @Nullable AttachmentId file) {
    return file == null
        ? null
        : handle
            .createQuery("select id from attachment where id = :id")
            .bind("id", file.value())
            .mapTo(UUID.class)
            .findOne()
            .orElse(null);
  }

  @Override
  public List<AnswerSources> of(ConversationId conversation) {
    return database.read(handle -> {
      var passages = passages(handle, conversation);
      var citations = citations(handle, conversation);
      return handle
          .createQuery(
              """
              select m.id from message m
              where m.conversation_id = :conversation
                and (exists (select 1 from source_passage s where s.message_id = m.id)
                  or exists (select 1 from citation c where c.message_id = m.id))
              order by m.conversation_id, m.number
              """)
          .bind("conversation", conversation.value())
          .mapTo(UUID.class)
          .map(id ->
              new AnswerSources(
                  new MessageId(id),
                  passages.getOrDefault(id, List.of()),
                  citations.getOrDefault(id, List.of())))
          .list();
    });
  }

  private static Map<UUID, List<SourcePassage>> passages(
      Handle handle, ConversationId conversation) {
    var found = new LinkedHashMap<UUID, List<SourcePassage>>();
    handle
        .createQuery(
            """
            select s.*, p.content as page_content
            from message m
            join source_passage s on s.message_id = m.id
            left join document_page p
              on p.attachment_id = s.attachment_id and p.page = s.page
            where m.conversation_id = :conversation
            order by m.number, s.number
            """)
        .bind("conversation", conversation.value())
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

  private static Map<UUID, List<Citation>> citations(Handle handle, ConversationId conversation) {
    var found = new LinkedHashMap<UUID, List<Citation>>();
    handle
        .createQuery(
            """
            select c.* from message m join citation c on c.message_id = m.id
            where m.conversation_id = :conversation
            order by m.number, c.place
            """)
        .bind("conversation", conversation.value())
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
