package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.WireFailure;
import org.jspecify.annotations.Nullable;

/// Asks a provider that speaks OpenAI's API which models it has.
public final class OpenAiModelLister implements ModelLister {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final HttpConnections connections;

  public OpenAiModelLister(HttpConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    var endpoint = new OpenAiEndpoint(provider, key);
    var failures = endpoint.failures();
    int status = 0;
    try (var answer = connections.ask(endpoint.get("/models"), new Cancellation())) {
      status = answer.status();
      if (status != OK && status < BAD_REQUEST) {
        throw failures.redirects(status, answer.header("location"));
      }
      var body = new String(answer.beginning(MOST_BYTES), StandardCharsets.UTF_8);
      if (status != OK) {
        throw failures.refused(status, body);
      }
      return models(body, failures);
    } catch (WireFailure e) {
      throw failures.broken(e, status);
    }
  }

  private static List<ListedModel> models(String body, ProviderFailures failures) {
    try {
      var answer = OpenAiJson.MAPPER.readTree(body);
      if (answer.hasNonNull("error")) {
        throw failures.told(answer.get("error"));
      }
      // Some servers answer with the bare list.
      var list = answer.isArray() ? answer : answer.path("data");
      if (!list.isArray()) {
        throw failures.nonsense(OK, body);
      }
      return StreamSupport.stream(list.spliterator(), false)
          .map(model -> model.path("id"))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .filter(name -> !name.isBlank())
          .distinct()
          .map(ListedModel::new)
          .toList();
    } catch (JsonProcessingException _) {
      throw failures.nonsense(OK, body);
    }
  }
}
