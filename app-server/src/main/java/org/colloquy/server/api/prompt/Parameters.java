package org.colloquy.server.api.prompt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// The parameters of a request: those of the query, and those of the body when the prompt is not in
/// the query. A body beside a prompt in the query is not looked at.
final class Parameters {
  private final Exchange exchange;
  private final @Nullable ObjectNode body;

  private Parameters(Exchange exchange, @Nullable ObjectNode body) {
    this.exchange = exchange;
    this.body = body;
  }

  static Parameters of(Exchange exchange) {
    boolean whole = exchange.query("prompt").isPresent();
    return new Parameters(exchange, whole ? null : exchange.fields());
  }

  /// What was sent under this name, which may be an empty text.
  Optional<String> find(String name) {
    var inQuery = exchange.query(name);
    if (inQuery.isPresent() || body == null || !body.hasNonNull(name)) {
      return inQuery;
    }
    var value = body.path(name);
    if (!value.isTextual()) {
      throw new ProblemException(new Problem.Invalid(name, "Input should be a valid string"));
    }
    return Optional.of(value.textValue());
  }
}
