package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.document.LibraryFile;
import org.colloquy.server.core.document.LibraryQuery;
import org.colloquy.server.core.document.Reading;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.Part;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/conversations/{id}/files` and `/api/files`: what people attach. Pictures among them are
/// shown to the model with the next question.
public final class FileRoutes {
  private final Attachments attachments;
  private final Documents documents;

  public FileRoutes(Attachments attachments, Documents documents) {
    this.attachments = attachments;
    this.documents = documents;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/conversations/{id}/files", Scope.READ, this::list)
        .signedIn("POST", "/api/conversations/{id}/files", Scope.WRITE, this::upload)
        .signedIn("DELETE", "/api/conversations/{id}/files/{file}", Scope.WRITE, this::remove)
        .signedIn("GET", "/api/files", Scope.READ, this::library)
        .signedIn("GET", "/api/files/{id}", Scope.READ, this::download);
  }

  private void list(Caller caller, Exchange exchange) {
    var files = attachments.of(caller, id(exchange));
    var readings = documents.of(caller, id(exchange));
    exchange.reply(
        new FilesJson(
            files.stream()
                .map(file -> FileJson.of(file, readings.getOrDefault(file.id(), Reading.NOT_BEGUN)))
                .toList()));
  }

  private void library(Caller caller, Exchange exchange) {
    var query =
        LibraryQuery.of(
            exchange.query("query").orElse(""), Limits.before(exchange), Limits.of(exchange));
    exchange.reply(
        new LibraryJson(
            documents.library(caller, query).stream().map(LibraryFileJson::of).toList()));
  }

  private void upload(Caller caller, Exchange exchange) {
    var conversation = id(exchange);
    exchange.part(
        "file",
        attachments.largestFile(),
        file ->
            exchange.reply(201, FileJson.of(keep(caller, conversation, file), Reading.NOT_BEGUN)));
  }

  private Attachment keep(Caller caller, ConversationId conversation, Optional<Part> file) {
    var part = file.filter(sent -> sent.fileName() != null).orElseThrow(FileRoutes::missing);
    var name = String.valueOf(part.fileName());
    return attachments.upload(caller, conversation, name, part.content()).attachment();
  }

  private void remove(Caller caller, Exchange exchange) {
    attachments.remove(caller, id(exchange), file(exchange, "file"));
    exchange.replyEmpty(204);
  }

  private void download(Caller caller, Exchange exchange) {
    var opened = attachments.open(caller, file(exchange, "id"));
    var file = opened.attachment();
    exchange.replyFile(file.name(), file.size(), opened.content());
  }

  private static AttachmentId file(Exchange exchange, String name) {
    return new AttachmentId(exchange.id(name, "attachment"));
  }

  private static ProblemException missing() {
    return new ProblemException(new Problem.Invalid("file", "This field is required."));
  }

  private static ConversationId id(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }

  /// What is told of a file: here, and nowhere else.
  ///
  /// @param message the message it came with; null when it goes with the first question after it
  /// @param mediaType what it is by its content
  /// @param size in bytes; -1 when only the name is kept
  /// @param reading how far its text is read; null when its content is not kept here
  record FileJson(
      UUID id,
      long number,
      @Nullable UUID message,
      String name,
      String mediaType,
      long size,
      Instant createdAt,
      DocumentRoutes.@Nullable ReadingJson reading) {
    static FileJson of(Attachment file, Reading reading) {
      var message = file.message();
      return new FileJson(
          file.id().value(),
          file.number(),
          message == null ? null : message.value(),
          file.name(),
          file.mediaType(),
          file.size(),
          file.createdAt(),
          file.size() == Attachment.NOT_KEPT ? null : DocumentRoutes.ReadingJson.of(reading));
    }
  }

  record FilesJson(List<FileJson> files) {}

  /// A file, and the conversation that it is in.
  record LibraryFileJson(FileJson file, UUID conversation, String title) {
    static LibraryFileJson of(LibraryFile found) {
      return new LibraryFileJson(
          FileJson.of(found.attachment(), found.reading()),
          found.attachment().conversation().value(),
          found.title());
    }
  }

  record LibraryJson(List<LibraryFileJson> files) {}
}
