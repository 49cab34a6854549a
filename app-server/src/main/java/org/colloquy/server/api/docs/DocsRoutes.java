package org.colloquy.server.api.docs;

import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/openapi.json`, `/openapi.yaml` and `/docs`.
final class DocsRoutes {
  /// The page takes everything from this server and sends nothing anywhere else.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final OpenApiDocument document;
  private final BrowsingFiles files;

  DocsRoutes(OpenApiDocument document, BrowsingFiles files) {
    this.document = document;
    this.files = files;
  }

  void addTo(PathTable paths) {
    paths
        .open("GET", "/openapi.json", this::json)
        .open("GET", "/openapi.yaml", this::yaml)
        .open("GET", "/docs", this::page)
        .open("GET", "/docs/{file}", this::file);
  }

  private void json(Exchange exchange) {
    exchange.replyText(200, "application/json", document.json());
  }

  private void yaml(Exchange exchange) {
    exchange.replyText(200, "application/yaml", document.yaml());
  }

  private void page(Exchange exchange) {
    reply(exchange, BrowsingFiles.PAGE);
  }

  private void file(Exchange exchange) {
    reply(exchange, exchange.segment("file"));
  }

  private void reply(Exchange exchange, String name) {
    var file = files.get(name);
    exchange.replyHeader("Content-Security-Policy", POLICY);
    exchange.replyText(200, file.contentType(), file.text());
  }
}
