package org.colloquy.server.api.app;

import java.io.OutputStream;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.export.Branches;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.ConversationForms.Form;
import org.colloquy.server.core.export.ConversationWriter;
import org.colloquy.server.http.Exchange;

/// The forms in which conversations leave: what requests call them, and what their files are.
enum ConversationFormat {
  MARKDOWN("md", "text/markdown"),
  HTML("html", "text/html"),
  PDF("pdf", "application/pdf"),
  JSON("colloquy.json", "application/json");

  private final String ending;
  private final String type;

  ConversationFormat(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  /// What the request asks for.
  static ConversationFormat of(Exchange exchange) {
    return switch (exchange.query("format").orElse("")) {
      case "markdown" -> MARKDOWN;
      case "html" -> HTML;
      case "pdf" -> PDF;
      case "json" -> JSON;
      default ->
          throw new ProblemException(
              new Problem.Invalid("format", "There are markdown, html, pdf and json."));
    };
  }

  /// The branches that the request asks for.
  Branches branches(Exchange exchange) {
    Optional<String> asked = exchange.query("branches");
    return switch (asked.orElse("shown")) {
      case "shown" -> Branches.SHOWN;
      case "all" -> {
        if (this != JSON) {
          throw new ProblemException(
              new Problem.Invalid("branches", "Only json can hold all of them."));
        }
        yield Branches.ALL;
      }
      default ->
          throw new ProblemException(new Problem.Invalid("branches", "There are shown and all."));
    };
  }

  String file(String name) {
    return name + "." + ending;
  }

  String type() {
    return type;
  }

  /// Begins a file.
  ///
  /// @param out stays open
  ConversationWriter write(ConversationExports exports, OutputStream out) {
    return switch (this) {
      case MARKDOWN -> exports.write(Form.MARKDOWN, out);
      case HTML -> exports.write(Form.HTML, out);
      case PDF -> exports.write(Form.PDF, out);
      case JSON -> new ConversationJsonFile(out);
    };
  }
}
