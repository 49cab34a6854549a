package org.colloquy.server.api.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.export.Branches;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/conversations/{id}/export`, `/api/export/conversations`: conversations as files.
public final class ConversationExportRoutes {
  private final ConversationExports exports;

  public ConversationExportRoutes(ConversationExports exports) {
    this.exports = exports;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/conversations/{id}/export", Scope.READ, this::one)
        .signedIn("GET", "/api/export/conversations", Scope.READ, this::all);
  }

  private void one(Caller caller, Exchange exchange) {
    var format = ConversationFormat.of(exchange);
    var id = new ConversationId(exchange.id("id", "conversation"));
    var handed = exports.of(caller, id, format.branches(exchange));
    if (exchange.headOnly()) {
      exchange.replyEmpty(200);
      return;
    }
    exchange.replyFile(
        format.file(handed.name()),
        format.type(),
        out -> {
          try (var writer = format.write(exports, out)) {
            handed.to(writer);
          }
        });
  }

  private void all(Caller caller, Exchange exchange) {
    var format = ConversationFormat.of(exchange);
    var branches = format.branches(exchange);
    if (exchange.headOnly()) {
      exchange.replyEmpty(200);
      return;
    }
    exchange.replyFile(
        "colloquy-conversations.zip",
        "application/zip",
        out -> archive(caller, format, branches, out));
  }

  private void archive(
      Caller caller, ConversationFormat format, Branches branches, OutputStream out) {
    var zip = new ZipEntries(out);
    try (var files = new ConversationFiles(zip, format, exports)) {
      exports.all(caller, branches, files);
      zip.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
