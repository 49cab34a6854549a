package org.colloquy.server.api.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.export.Branches;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.ConversationFiles;
import org.colloquy.server.core.export.ConversationFormat;
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

  private static ConversationFormat format(Exchange exchange) {
    return ConversationFormat.named(exchange.query("format").orElse(""));
  }

  private static Branches branches(ConversationFormat format, Exchange exchange) {
    return format.branches(exchange.query("branches").orElse("shown"));
  }

  private void one(Caller caller, Exchange exchange) {
    var format = format(exchange);
    var id = new ConversationId(exchange.id("id", "conversation"));
    var handed = exports.of(caller, id, branches(format, exchange));
    if (exchange.headOnly()) {
      exchange.replyEmpty(200);
      return;
    }
    exchange.replyFile(
        format.file(handed.name()),
        format.type(),
        out -> {
          try (var writer = exports.write(format, out)) {
            handed.to(writer);
          }
        });
  }

  private void all(Caller caller, Exchange exchange) {
    var format = format(exchange);
    var branches = branches(format, exchange);
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
    try (var files = new ConversationFiles(zip::conversation, format, exports)) {
      exports.all(caller, branches, files);
      zip.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
