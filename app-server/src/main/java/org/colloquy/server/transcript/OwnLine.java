package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Citation;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.importing.Transcript;
import org.jspecify.annotations.Nullable;

/// A message as this program writes it down, see `docs/export.md`.
final class OwnLine {
  private OwnLine() {}

  /// The message. The files that it names belong to another account or are gone, so what it says of
  /// them stays and they do not.
  static Transcript.Line of(JsonNode json) {
    return new Transcript.Line(
        Values.text(json, "id"),
        Values.key(json, "parent"),
        role(Values.text(json, "role")),
        json.path("content").asText(),
        json.path("reasoning").asText(),
        Values.time(json.path("createdAt")),
        model(json.path("model")),
        usage(json.path("usage")),
        calls(json.path("toolCalls")),
        Values.key(json, "answersCall"),
        new Transcript.Ending(
            !json.has("state") || Values.text(json, "state").equals("complete"),
            Values.key(json, "failure"),
            passages(json.path("sources").path("passages")),
            citations(json.path("sources").path("citations"))));
  }

  private static Usage usage(JsonNode json) {
    return new Usage(
        count(json, "input"),
        count(json, "output"),
        count(json, "cached"),
        count(json, "cacheWritten"),
        count(json, "reasoning"));
  }

  private static Role role(String word) {
    return word.equals(Role.TOOL.name().toLowerCase(Locale.ROOT)) ? Role.TOOL : spoken(word);
  }

  private static Role spoken(String word) {
    var role = Values.role(word);
    return role == null ? Role.ASSISTANT : role;
  }

  private static @Nullable ModelUsed model(JsonNode model) {
    return Values.model(Values.text(model, "provider"), Values.text(model, "model"));
  }

  private static List<ToolCall> calls(JsonNode calls) {
    var read = new ArrayList<ToolCall>();
    for (var call : calls) {
      read.add(
          new ToolCall(
              call.path("id").asText(),
              call.path("tool").asText(),
              call.path("arguments").asText()));
    }
    return read;
  }

  private static List<SourcePassage> passages(JsonNode passages) {
    var read = new ArrayList<SourcePassage>();
    var numbers = new HashSet<Integer>();
    for (var passage : passages) {
      if (numbers.add(count(passage, "number"))) {
        read.add(
            new SourcePassage(
                count(passage, "number"),
                null,
                words(passage, "name"),
                count(passage, "page"),
                words(passage, "label"),
                count(passage, "start"),
                count(passage, "end"),
                words(passage, "text")));
      }
    }
    return read;
  }

  private static List<Citation> citations(JsonNode citations) {
    var read = new ArrayList<Citation>();
    for (var citation : citations) {
      read.add(
          new Citation(
              count(citation, "number"),
              count(citation, "markerStart"),
              count(citation, "markerEnd"),
              Values.text(citation, "state").equals("found")
                  ? Citation.State.FOUND
                  : Citation.State.NOT_FOUND,
              words(citation, "quote"),
              place(citation.path("place"))));
    }
    return read;
  }

  private static Citation.@Nullable Place place(JsonNode place) {
    return place.isObject()
        ? new Citation.Place(
            null,
            words(place, "name"),
            count(place, "page"),
            words(place, "label"),
            count(place, "start"),
            count(place, "end"))
        : null;
  }

  private static int count(JsonNode json, String field) {
    return Math.max(0, json.path(field).asInt());
  }

  /// PostgreSQL keeps no character of zero bits.
  private static String words(JsonNode json, String field) {
    return json.path(field).asText().replace('\0', '\uFFFD');
  }
}
