package org.colloquy.server.api.docs;

import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PageFiles;
import org.colloquy.server.http.PathTable;

/// `/openapi.json`, `/openapi.yaml` and `/docs`.
final class DocsRoutes {
  /// The page itself.
  static final String PAGE = "index.html";

  private final OpenApiDocument document;
  private final PageFiles files;

  DocsRoutes(OpenApiDocument document, PageFiles files) {
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
    files.reply(exchange, PAGE);
  }

  private void file(Exchange exchange) {
    files.reply(exchange, exchange.segment("file"));
  }
}
