package org.colloquy.server.api.web;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PageFiles;
import org.colloquy.server.http.PathTable;

/// `/web` with what it is made of, and `/` for browsers.
final class WebRoutes {
  /// The page itself.
  static final String PAGE = "index.html";

  private final PageFiles files;
  private final PageFiles fonts;
  private final Strangers strangers;

  /// What somebody may do who has no account here.
  private record Strangers(boolean mayRegister) {}

  WebRoutes(PageFiles files, PageFiles fonts, boolean mayRegister) {
    this.files = files;
    this.fonts = fonts;
    strangers = new Strangers(mayRegister);
  }

  void addTo(PathTable paths) {
    paths
        .open("GET", "/", this::door)
        .open("GET", "/web", this::page)
        .open("GET", "/web/strangers", exchange -> exchange.reply(strangers))
        .open("GET", "/web/{file}", this::file)
        .open("GET", "/web/fonts/{font}", this::font);
  }

  /// Somebody who typed the server's address wants the page; a program wants to hear that there is
  /// nothing here.
  private void door(Exchange exchange) {
    if (!exchange.header("Accept").orElse("").contains("text/html")) {
      throw new ProblemException(new Problem.NotFound("path"));
    }
    exchange.replyHeader("Location", "/web/");
    exchange.replyEmpty(303);
  }

  private void page(Exchange exchange) {
    files.reply(exchange, PAGE);
  }

  private void font(Exchange exchange) {
    fonts.reply(exchange, exchange.segment("font"));
  }

  private void file(Exchange exchange) {
    files.reply(exchange, exchange.segment("file"));
  }
}
