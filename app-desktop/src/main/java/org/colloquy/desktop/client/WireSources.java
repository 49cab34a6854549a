package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.jspecify.annotations.Nullable;

/// Reads sources and pages out of the server's JSON.
final class WireSources {
  /// More of a passage is not kept here, in UTF-16 units: its page can be asked for.
  private static final int MOST = 1_000;

  private WireSources() {}

  static List<AnswerSources> answers(JsonNode node) {
    return Wire.list(
        node,
        "sources",
        answer ->
            new AnswerSources(
                new MessageId(Wire.id(answer, "message")),
                Wire.list(answer, "passages", WireSources::passage),
                Wire.list(answer, "citations", WireSources::citation)));
  }

  static SourcePassage passage(JsonNode node) {
    var text = Wire.text(node, "text");
    return new SourcePassage(
        node.path("number").asInt(),
        file(node),
        Wire.text(node, "name"),
        node.path("page").asInt(1),
        Wire.text(node, "label"),
        node.path("start").asInt(),
        node.path("end").asInt(),
        text.length() > MOST ? text.substring(0, MOST) : text);
  }

  static Citation citation(JsonNode node) {
    var place = node.path("place");
    return new Citation(
        node.path("number").asInt(),
        node.path("markerStart").asInt(),
        node.path("markerEnd").asInt(),
        Wire.constant(Citation.State.class, Wire.text(node, "state"), Citation.State.NOT_FOUND),
        Wire.text(node, "quote"),
        place.isObject() ? place(place) : null);
  }

  private static Citation.Place place(JsonNode node) {
    return new Citation.Place(
        file(node),
        Wire.text(node, "name"),
        node.path("page").asInt(1),
        Wire.text(node, "label"),
        node.path("start").asInt(),
        node.path("end").asInt());
  }

  private static @Nullable AttachmentId file(JsonNode node) {
    var id = Wire.idOrNull(node, "file");
    return id == null ? null : new AttachmentId(id);
  }

  static PageEntry page(JsonNode node) {
    return new PageEntry(
        node.path("number").asInt(1),
        Wire.text(node, "label"),
        Wire.text(node, "text"),
        node.path("width").asDouble(),
        node.path("height").asDouble(),
        Wire.list(node, "lines", WireSources::line));
  }

  private static PageEntry.Line line(JsonNode node) {
    return new PageEntry.Line(
        node.path("start").asInt(),
        node.path("end").asInt(),
        node.path("x").asDouble(),
        node.path("y").asDouble(),
        node.path("width").asDouble(),
        node.path("height").asDouble());
  }
}
