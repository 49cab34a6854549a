package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.WireFailure;

/// Asks a provider which models it has.
public final class ModelList {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final HttpConnections connections;

  public ModelList(HttpConnections connections) {
    this.connections = connections;
  }

  /// The models as the provider describes them, in its order.
  ///
  /// @param path below the provider's address, with its query
  /// @param field the field that holds the list; a bare list is taken as well
  /// @throws org.colloquy.model.ProblemException Upstream when it does not answer as it should
  public Stream<JsonNode> ask(Endpoint endpoint, String path, String field) {
    var failures = endpoint.failures();
    int status = 0;
    try (var answer = connections.ask(endpoint.get(path), new Cancellation())) {
      status = answer.status();
      if (status != OK && status < BAD_REQUEST) {
        throw failures.redirects(status, answer.header("location"));
      }
      var body = new String(answer.beginning(MOST_BYTES), StandardCharsets.UTF_8);
      if (status != OK) {
        throw failures.refused(status, body);
      }
      return models(body, field, failures);
    } catch (WireFailure e) {
      throw failures.broken(e, status);
    }
  }

  private static Stream<JsonNode> models(String body, String field, ProviderFailures failures) {
    var answer = WireJson.tree(body);
    if (answer.hasNonNull("error")) {
      throw failures.told(answer.get("error")).failure();
    }
    var models = answer.isArray() ? answer : answer.path(field);
    if (!models.isArray()) {
      throw failures.nonsense(OK, body);
    }
    return StreamSupport.stream(models.spliterator(), false);
  }
}
