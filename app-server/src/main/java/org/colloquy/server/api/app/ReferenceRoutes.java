package org.colloquy.server.api.app;

import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.bibliography.Bibliography;
import org.colloquy.server.core.bibliography.Entry;
import org.colloquy.server.core.bibliography.ReferenceForms.Form;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `.../bibliography`: what the documents of conversations and answers are, for people and for
/// reference managers.
public final class ReferenceRoutes {
  private final Bibliography bibliography;

  public ReferenceRoutes(Bibliography bibliography) {
    this.bibliography = bibliography;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/conversations/{id}/bibliography", Scope.READ, this::ofConversation)
        .signedIn("GET", "/api/messages/{id}/bibliography", Scope.READ, this::ofMessage)
        .signedIn("PUT", "/api/files/{id}/bibliography", Scope.WRITE, this::correct)
        .signedIn("POST", "/api/files/{id}/bibliography/lookup", Scope.WRITE, this::lookUp);
  }

  private void ofConversation(Caller caller, Exchange exchange) {
    var id = new ConversationId(exchange.id("id", "conversation"));
    reply(exchange, bibliography.of(caller, id));
  }

  private void ofMessage(Caller caller, Exchange exchange) {
    var id = new MessageId(exchange.id("id", "message"));
    if (exchange.query("format").orElse("").equals("markdown")) {
      exchange.replyText(200, "text/markdown", bibliography.keyed(caller, id));
    } else {
      reply(exchange, bibliography.of(caller, id));
    }
  }

  private void correct(Caller caller, Exchange exchange) {
    var body = exchange.body(ReferenceJson.CorrectionBody.class);
    exchange.reply(
        ReferenceJson.of(bibliography.correct(caller, file(exchange), body.reference())));
  }

  private void lookUp(Caller caller, Exchange exchange) {
    var doi = exchange.body(ReferenceJson.LookUpBody.class).doi();
    exchange.reply(
        ReferenceJson.of(bibliography.lookUp(caller, file(exchange), doi == null ? "" : doi)));
  }

  private void reply(Exchange exchange, List<Entry> entries) {
    var format = exchange.query("format").orElse("");
    switch (format) {
      case "" -> exchange.reply(ReferenceJson.ReferencesJson.of(entries));
      case "bibtex" -> file(exchange, "application/x-bibtex", entries, Form.BIBTEX);
      case "ris" -> file(exchange, "application/x-research-info-systems", entries, Form.RIS);
      case "csl" -> file(exchange, "application/vnd.citationstyles.csl+json", entries, Form.CSL);
      default ->
          throw new ProblemException(
              new Problem.Invalid("format", "There are bibtex, ris and csl."));
    }
  }

  private void file(Exchange exchange, String type, List<Entry> entries, Form form) {
    exchange.replyText(200, type, bibliography.written(entries, form));
  }

  private static AttachmentId file(Exchange exchange) {
    return new AttachmentId(exchange.id("id", "attachment"));
  }
}
