package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.draft.Draft;
import org.colloquy.server.core.draft.Drafts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/drafts`: what somebody began to write.
public final class DraftRoutes {
  private final Drafts drafts;

  public DraftRoutes(Drafts drafts) {
    this.drafts = drafts;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/drafts", Scope.READ, this::list)
        .signedIn("PUT", "/api/drafts", Scope.WRITE, this::keep);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new DraftsJson(drafts.all(caller).stream().map(DraftJson::of).toList()));
  }

  private void keep(Caller caller, Exchange exchange) {
    var body = exchange.json();
    if (!body.path("text").isTextual()) {
      throw new ProblemException(new Problem.Invalid("text", "This field is required."));
    }
    drafts.keep(
        caller,
        id(body.path("conversation"), "conversation").map(ConversationId::new).orElse(null),
        body.path("text").textValue(),
        id(body.path("instead"), "message").map(MessageId::new).orElse(null));
    exchange.replyEmpty(204);
  }

  private static Optional<UUID> id(JsonNode value, String what) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        Exchange.uuid(value.asText())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound(what))));
  }

  record DraftsJson(List<DraftJson> drafts) {}

  /// @param conversation null for one that does not exist yet
  /// @param instead the question that it puts in other words; null for a new one
  record DraftJson(
      @Nullable UUID conversation, String text, @Nullable UUID instead, Instant changedAt) {
    static DraftJson of(Draft draft) {
      var conversation = draft.conversation();
      var instead = draft.instead();
      return new DraftJson(
          conversation == null ? null : conversation.value(),
          draft.text(),
          instead == null ? null : instead.value(),
          draft.changedAt());
    }
  }
}
