package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.llm.catalogue.ToldFacts;
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

  /// What a provider says when it is asked about one thing; nothing when it does not know it.
  public JsonNode tell(Endpoint endpoint, String path, byte[] question) {
    var call = endpoint.post(path, "application/json", question);
    try (var answer = connections.ask(call, new Cancellation())) {
      return answer.status() == OK
          ? WireJson.tree(new String(answer.beginning(MOST_BYTES), StandardCharsets.UTF_8))
          : MissingNode.getInstance();
    } catch (WireFailure e) {
      throw endpoint.failures().broken(e, 0);
    }
  }

  /// The models with what is said about them, each name once.
  ///
  /// @param name finds the name in what is said; a blank one names no model
  public static List<ListedModel> named(Stream<JsonNode> models, Function<JsonNode, String> name) {
    var listed = new LinkedHashMap<String, ListedModel>();
    models.forEach(model ->
        listed.computeIfAbsent(
            name.apply(model), found -> new ListedModel(found, ToldFacts.of(model))));
    return listed.values().stream().filter(model -> !model.name().isBlank()).toList();
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
