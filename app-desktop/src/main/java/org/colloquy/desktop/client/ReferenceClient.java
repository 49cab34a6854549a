package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.colloquy.desktop.client.ReferenceEntry.Author;
import org.colloquy.desktop.client.ReferenceEntry.Origin;

/// What the desktop asks of a server about files as publications. Blocks and fails as [ApiClient]
/// does.
public final class ReferenceClient {
  private final HttpCalls calls;

  public ReferenceClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Those of which something is known.
  public List<ReferenceEntry> references(ReferencePlace place) {
    return Wire.list(calls.get(of(place)), "references", ReferenceClient::entry);
  }

  /// The same for other programs.
  public String written(ReferencePlace place, ReferenceForm form) {
    var request = calls.request(of(place) + "?format=" + form.wire()).GET();
    try (var body = calls.open(request).body()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Unreachable("the references broke off", e);
    }
  }

  /// Says what a file is.
  public ReferenceEntry correct(ReferenceEntry entry) {
    return entry(calls.put(of(entry.file()), body(entry)));
  }

  /// Has the publisher asked what a file is.
  ///
  /// @param doi empty for the one that is known
  public ReferenceEntry lookUp(UUID file, String doi) {
    var body = Wire.object();
    if (!doi.isBlank()) {
      body.put("doi", doi);
    }
    return entry(calls.post(of(file) + "/lookup", body));
  }

  private static String of(ReferencePlace place) {
    return switch (place) {
      case ReferencePlace.All(var conversation) ->
          "/api/conversations/" + conversation + "/bibliography";
      case ReferencePlace.Cited(_, var answer) -> "/api/messages/" + answer + "/bibliography";
    };
  }

  private static String of(UUID file) {
    return "/api/files/" + file + "/bibliography";
  }

  private static ObjectNode body(ReferenceEntry entry) {
    var body = Wire.object();
    entry.words().forEach((field, word) -> body.put(field.word(), word));
    var authors = body.putArray("authors");
    entry
        .authors()
        .forEach(one -> authors.addObject().put("family", one.family()).put("given", one.given()));
    return body;
  }

  private static ReferenceEntry entry(JsonNode node) {
    var words = new EnumMap<ReferenceField, String>(ReferenceField.class);
    for (var field : ReferenceField.values()) {
      words.put(field, Wire.text(node, field.word()));
    }
    return new ReferenceEntry(
        Wire.id(node, "file"),
        Wire.constant(Origin.class, Wire.text(node, "origin"), Origin.FOUND),
        words,
        Wire.list(
            node, "authors", one -> new Author(Wire.text(one, "family"), Wire.text(one, "given"))));
  }
}
