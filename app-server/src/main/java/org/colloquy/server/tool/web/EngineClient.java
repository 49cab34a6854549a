package org.colloquy.server.tool.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jsoup.Jsoup;

/// Asks a search engine and understands what all of them have in common.
public final class EngineClient {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final WebClient client;
  private final URI base;

  /// @param base where the engine is reached
  public EngineClient(WebClient client, URI base) {
    this.client = client;
    this.base = base;
  }

  /// Asks by an address.
  ///
  /// @param path below the engine's address
  WebAnswer get(String path, Map<String, String> parameters, Map<String, String> headers)
      throws IOException {
    var query =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .reduce((one, other) -> one + "&" + other)
            .orElse("");
    return send(new HttpGet(address(path + "?" + query)), headers);
  }

  /// Asks by a body of JSON.
  WebAnswer post(String path, Object body, Map<String, String> headers) throws IOException {
    var request = new HttpPost(address(path));
    request.setEntity(
        new StringEntity(JSON.writeValueAsString(body), ContentType.APPLICATION_JSON));
    return send(request, headers);
  }

  /// What an answer holds.
  ///
  /// @throws SearchFailureException when that is no JSON
  static JsonNode json(WebAnswer answer) throws SearchFailureException {
    try {
      return JSON.readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new SearchFailureException("gave an answer that nobody understands");
    }
  }

  /// The pages in a list of results.
  ///
  /// @param snippet the field with what is quoted
  static List<Hit> hits(JsonNode results, String snippet) {
    return StreamSupport.stream(results.spliterator(), false)
        .flatMap(result -> hit(result, snippet).stream())
        .limit(SearchEngine.MOST)
        .toList();
  }

  private static Optional<Hit> hit(JsonNode result, String snippet) {
    return WebAddress.of(result.path("url").asText(""))
        .map(address ->
            new Hit(
                address,
                plain(result.path("title").asText("")),
                plain(result.path(snippet).asText(""))));
  }

  /// Engines mark in HTML what fits.
  private static String plain(String text) {
    return Jsoup.parse(text).text();
  }

  private WebAnswer send(HttpUriRequestBase request, Map<String, String> headers)
      throws IOException {
    headers.forEach(request::setHeader);
    var answer = client.send(request, MOST_BYTES);
    switch (answer.status()) {
      case 200, 202 -> {}
      case 401, 403 -> throw new SearchFailureException("does not let us search");
      case 404 -> throw new UnknownException();
      case 429 -> throw new SearchFailureException("wants no more questions for now");
      default -> throw new SearchFailureException("answered with status " + answer.status());
    }
    return answer;
  }

  private URI address(String path) {
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
