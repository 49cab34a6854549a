package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.AgentId;
import org.colloquy.model.FolderId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.MarkChange;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// What a conversation is to be from now on. What a client left out stays as it is.
///
/// @param title null when it stays
/// @param moves whether it goes into another folder
/// @param folder where it goes; null for no folder
/// @param answered whether somebody else answers from now on
/// @param agent who answers; null for a plain model
/// @param remembers whether memories may be recalled and made; null when that stays
/// @param marks what it is marked with; null when all of that stays
record ConversationChange(
    @Nullable String title,
    boolean moves,
    @Nullable FolderId folder,
    boolean answered,
    @Nullable AgentId agent,
    @Nullable Boolean remembers,
    @Nullable MarkChange marks) {
  private static final Set<String> MARKS = Set.of("pinned", "archived", "unread", "tags");
  private static final Set<String> OTHERS = Set.of("folder", "agent", "memory");

  static ConversationChange of(ObjectNode body) {
    boolean marked = MARKS.stream().anyMatch(body::has);
    boolean titled = body.has("title") || (!marked && OTHERS.stream().noneMatch(body::has));
    return new ConversationChange(
        titled ? text(body.path("title"), "title") : null,
        body.has("folder"),
        isNone(body.path("folder")) ? null : folder(body.path("folder")),
        body.has("agent"),
        isNone(body.path("agent")) ? null : agent(body.path("agent")),
        body.has("memory") ? remembers(text(body.path("memory"), "memory")) : null,
        marked ? marks(body) : null);
  }

  private static MarkChange marks(ObjectNode body) {
    return new MarkChange(
        flag(body, "pinned").orElse(null),
        flag(body, "archived").orElse(null),
        flag(body, "unread").orElse(null),
        tags(body));
  }

  private static Optional<Boolean> flag(ObjectNode body, String field) {
    var value = body.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new ProblemException(new Problem.Invalid(field, "It must be true or false."));
    }
    return Optional.of(value.booleanValue());
  }

  private static @Nullable List<String> tags(ObjectNode body) {
    var value = body.path("tags");
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isArray()) {
      throw new ProblemException(new Problem.Invalid("tags", "It must be a list of names."));
    }
    return value.valueStream().map(each -> text(each, "tags")).toList();
  }

  private static boolean isNone(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static FolderId folder(JsonNode value) {
    return Exchange.uuid(text(value, "folder"))
        .map(FolderId::new)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("folder")));
  }

  private static AgentId agent(JsonNode value) {
    return Exchange.uuid(text(value, "agent"))
        .map(AgentId::new)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("agent")));
  }

  private static boolean remembers(String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new ProblemException(new Problem.Invalid("memory", "It must be on or off."));
    };
  }

  private static String text(JsonNode value, String field) {
    if (!value.isTextual()) {
      throw new ProblemException(
          new Problem.Invalid(
              field, isNone(value) ? "This field is required." : "is of the wrong kind"));
    }
    return value.textValue();
  }
}
