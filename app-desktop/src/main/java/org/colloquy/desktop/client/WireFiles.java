package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.desktop.client.FileEntry.Reading;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Role;

/// Reads files out of the server's JSON.
final class WireFiles {
  private WireFiles() {}

  static List<FileEntry> files(JsonNode node) {
    return Wire.list(node, "files", WireFiles::file);
  }

  static FileEntry file(JsonNode node) {
    var message = Wire.idOrNull(node, "message");
    return new FileEntry(
        Wire.id(node, "id"),
        message == null ? null : new MessageId(message),
        Wire.text(node, "name"),
        Wire.text(node, "mediaType"),
        node.path("size").asLong(-1),
        Wire.time(node, "createdAt"),
        reading(node.path("reading")));
  }

  static List<LibraryEntry> library(JsonNode node) {
    return Wire.list(node, "files", WireFiles::inLibrary);
  }

  private static LibraryEntry inLibrary(JsonNode node) {
    return new LibraryEntry(
        file(node.path("file")),
        node.path("file").path("number").asLong(),
        new ConversationId(Wire.id(node, "conversation")),
        Wire.text(node, "title"));
  }

  static Reading reading(JsonNode node) {
    return new Reading(
        Wire.constant(Reading.State.class, Wire.text(node, "state"), Reading.State.UNKNOWN),
        node.path("pages").asInt(),
        Wire.text(node, "failure"));
  }

  /// The files by the question of a branch that they go with: the one they came with, or the first
  /// one after them.
  static Map<MessageId, List<FileEntry>> byQuestion(
      List<BranchMessage> branch, List<FileEntry> files) {
    var found = new HashMap<MessageId, List<FileEntry>>();
    for (var file : files) {
      branch.stream()
          .map(BranchMessage::message)
          .filter(message -> message.role() == Role.USER)
          .filter(message ->
              file.message() == null
                  ? !message.createdAt().isBefore(file.createdAt())
                  : message.id().equals(file.message()))
          .findFirst()
          .ifPresent(
              question -> found.computeIfAbsent(question.id(), _ -> new ArrayList<>()).add(file));
    }
    return found;
  }
}
