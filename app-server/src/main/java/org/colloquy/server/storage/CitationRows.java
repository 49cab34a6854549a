package org.colloquy.server.storage;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes down with which passages answers were given and what they cite.
final class CitationRows {
  private CitationRows() {}

  /// Adds passages; those of files that are gone are left out.
  static int addPassages(Handle handle, MessageId answer, List<SourcePassage> passages) {
    int kept = 0;
    for (var passage : passages) {
      var file = there(handle, passage.file());
      if (file != null || passage.file() == null) {
        kept += add(handle, answer, passage, file);
      }
    }
    return kept;
  }

  private static int add(
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

  /// Adds citations in their order.
  static int addCitations(Handle handle, MessageId answer, List<Citation> citations) {
    for (int place = 0; place < citations.size(); place++) {
      add(handle, answer, place, citations.get(place));
    }
    return citations.size();
  }

  private static void add(Handle handle, MessageId answer, int order, Citation citation) {
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
}
