package org.colloquy.server.api.app;

import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.citation.Citations;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.document.Reading;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/files/{id}/...` and `/api/conversations/{id}/sources`: the pages of files, and what
/// answers cite of them.
public final class DocumentRoutes {
  private final Documents documents;
  private final Citations citations;

  public DocumentRoutes(Documents documents, Citations citations) {
    this.documents = documents;
    this.citations = citations;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("POST", "/api/files/{id}/read", Scope.WRITE, this::readAgain)
        .signedIn("GET", "/api/files/{id}/pages/{page}", Scope.READ, this::page)
        .signedIn("GET", "/api/conversations/{id}/sources", Scope.READ, this::sources);
  }

  private void readAgain(Caller caller, Exchange exchange) {
    exchange.reply(ReadingJson.of(documents.readAgain(caller, id(exchange))));
  }

  private void page(Caller caller, Exchange exchange) {
    exchange.reply(PageJson.of(documents.page(caller, id(exchange), number(exchange))));
  }

  private void sources(Caller caller, Exchange exchange) {
    var conversation = new ConversationId(exchange.id("id", "conversation"));
    var sources = citations.of(caller, conversation, Limits.from(exchange));
    exchange.reply(SourceJson.SourcesJson.of(sources));
  }

  private static AttachmentId id(Exchange exchange) {
    return new AttachmentId(exchange.id("id", "attachment"));
  }

  private static int number(Exchange exchange) {
    try {
      return Integer.parseInt(exchange.segment("page"));
    } catch (NumberFormatException e) {
      throw new ProblemException(new Problem.NotFound("page"), e);
    }
  }

  /// How far a file is read.
  ///
  /// @param pages 0 while that is not known
  /// @param indexed how many of them are found by words and meaning
  record ReadingJson(String state, int pages, int indexed, String failure, String hint) {
    static ReadingJson of(Reading reading) {
      return new ReadingJson(
          AppJson.word(reading.state()),
          reading.pages(),
          reading.indexed(),
          reading.failure(),
          reading.hint());
    }
  }

  /// @param width in points; 0 where a page has no size
  record PageJson(
      int number, String label, String text, float width, float height, List<LineJson> lines) {
    static PageJson of(DocumentText.Page page) {
      return new PageJson(
          page.number(),
          page.label(),
          page.text(),
          page.width(),
          page.height(),
          page.lines().stream().map(LineJson::of).toList());
    }
  }

  /// @param start in the page's text, in UTF-16 units
  /// @param x of its left edge, in points
  record LineJson(int start, int end, float x, float y, float width, float height) {
    static LineJson of(DocumentText.Line line) {
      return new LineJson(
          line.start(), line.end(), line.x(), line.y(), line.width(), line.height());
    }
  }
}
