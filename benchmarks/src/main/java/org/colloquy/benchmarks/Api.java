package org.colloquy.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// Calls to a server with JSON in both directions, for what a benchmark prepares.
///
/// @param token empty before signing in
record Api(HttpClient client, String address, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Api signedIn(String other) {
    return new Api(client, address, other);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return call(HttpRequest.newBuilder(URI.create(address + path)));
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return call(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(body))));
  }

  /// The id of the fake provider's model.
  String fakeModel() throws IOException, InterruptedException {
    return get("/api/providers")
        .get("providers")
        .valueStream()
        .flatMap(provider -> provider.get("models").valueStream())
        .filter(model -> model.get("name").asText().equals(ProviderWords.MODEL))
        .findFirst()
        .orElseThrow(() -> new IOException("The server does not know " + ProviderWords.MODEL))
        .get("id")
        .asText();
  }

  static String json(Map<String, ?> body) throws IOException {
    return JSON.writeValueAsString(body);
  }

  private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
