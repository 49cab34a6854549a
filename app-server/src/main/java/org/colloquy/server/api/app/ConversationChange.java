package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.colloquy.model.FolderId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// What a conversation is to be from now on.
///
/// @param title null when it stays
/// @param moves whether it goes into another folder
/// @param folder where it goes; null for no folder
record ConversationChange(@Nullable String title, boolean moves, @Nullable FolderId folder) {
  static ConversationChange of(ObjectNode body) {
    boolean moves = body.has("folder");
    return new ConversationChange(
        body.has("title") || !moves ? text(body.path("title"), "title") : null,
        moves,
        moves && !body.path("folder").isNull() ? folder(body.path("folder")) : null);
  }

  private static FolderId folder(JsonNode value) {
    return Exchange.uuid(text(value, "folder"))
        .map(FolderId::new)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("folder")));
  }

  private static String text(JsonNode value, String field) {
    if (!value.isTextual()) {
      throw new ProblemException(
          new Problem.Invalid(
              field,
              value.isMissingNode() || value.isNull()
                  ? "This field is required."
                  : "is of the wrong kind"));
    }
    return value.textValue();
  }
}
