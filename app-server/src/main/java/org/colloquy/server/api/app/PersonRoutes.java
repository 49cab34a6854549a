package org.colloquy.server.api.app;

import org.colloquy.server.api.app.AppBodies.ErasureBody;
import org.colloquy.server.core.erasure.Erasures;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.Exports;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/export`, `/api/erasure`: what a person may ask for because the data is theirs.
public final class PersonRoutes {
  private final Exports exports;
  private final ConversationExports conversations;
  private final Erasures erasures;
  private final String version;

  public PersonRoutes(
      Exports exports, ConversationExports conversations, Erasures erasures, String version) {
    this.exports = exports;
    this.conversations = conversations;
    this.erasures = erasures;
    this.version = version;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/export", Scope.ACCOUNT, this::export)
        .signedIn("POST", "/api/erasure", Scope.ACCOUNT, this::erase);
  }

  private void export(Caller caller, Exchange exchange) {
    if (exchange.headOnly()) {
      exchange.replyEmpty(200);
      return;
    }
    exchange.replyFile(
        "colloquy-export.zip",
        "application/zip",
        out -> exports.export(caller, new ExportArchive(out, version, conversations)));
  }

  private void erase(Caller caller, Exchange exchange) {
    var username = exchange.body(ErasureBody.class).requiredUsername();
    exchange.reply(erasures.erase(caller, username));
  }
}
