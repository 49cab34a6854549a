package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.document.Chunk;
import org.colloquy.server.core.document.DocumentText.Page;
import org.colloquy.server.core.document.LibraryFile;
import org.colloquy.server.core.document.Reading;
import org.jdbi.v3.core.Handle;

/// Pages of documents and their pieces as rows.
final class DocumentRows {
  private DocumentRows() {}

  static void add(Handle handle, AttachmentId file, List<Page> pages) {
    var batch =
        handle.prepareBatch(
            """
            insert into document_page (attachment_id, page, label, content, width, height, lines)
            values (:file, :page, :label, :content, :width, :height, :lines)
            """);
    for (var page : pages) {
      batch
          .bind("file", file.value())
          .bind("page", page.number())
          .bind("label", page.label())
          .bind("content", page.text())
          .bind("width", page.width())
          .bind("height", page.height())
          .bind("lines", LineBytes.of(page.lines()))
          .add();
    }
    batch.execute();
  }

  static void addChunks(Handle handle, AttachmentId file, List<Chunk> chunks) {
    var batch =
        handle.prepareBatch(
            """
            insert into document_chunk (attachment_id, number, page, start_at, end_at)
            values (:file, :number, :page, :start, :end)
            """);
    for (var chunk : chunks) {
      batch
          .bind("file", file.value())
          .bind("number", chunk.number())
          .bind("page", chunk.page())
          .bind("start", chunk.start())
          .bind("end", chunk.end())
          .add();
    }
    batch.execute();
  }

  static LibraryFile file(ResultSet row) throws SQLException {
    return new LibraryFile(
        JdbiAttachmentStore.attachment(row),
        row.getString("title"),
        row.getString("state") == null ? Reading.NOT_BEGUN : reading(row));
  }

  /// What a name is like in which these words stand in this order. `!` makes a sign that would mean
  /// something an ordinary one.
  static String pattern(List<String> words) {
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
        .collect(Collectors.joining("", "%", ""));
  }

  static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        Reading.State.valueOf(row.getString("state")),
        row.getInt("pages"),
        row.getInt("indexed"),
        row.getString("failure"),
        row.getString("hint"));
  }

  static Page page(ResultSet row) throws SQLException {
    return new Page(
        row.getInt("page"),
        row.getString("label"),
        row.getString("content"),
        row.getFloat("width"),
        row.getFloat("height"),
        LineBytes.lines(row.getBytes("lines")));
  }

  static Chunk chunk(ResultSet row) throws SQLException {
    return new Chunk(
        row.getInt("number"), row.getInt("page"), row.getInt("start_at"), row.getInt("end_at"));
  }
}
