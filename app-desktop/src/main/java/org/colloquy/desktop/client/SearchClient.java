package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server when something is looked for. Blocks and fails as [ApiClient]
/// does.
public final class SearchClient {
  private final HttpCalls calls;

  public SearchClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Everything that fits, in groups; of each the first few.
  public SearchAnswer search(SearchQuestion question) {
    var path = new StringBuilder("/api/search?q=").append(Wire.escaped(question.words()));
    if (question.kind() != null) {
      path.append("&kind=").append(question.kind().name().toLowerCase(Locale.ROOT));
    }
    if (question.from() != null) {
      path.append("&from=").append(question.from());
    }
    if (!question.model().isEmpty()) {
      path.append("&model=").append(Wire.escaped(question.model()));
    }
    if (!question.by().isEmpty()) {
      path.append("&role=").append(question.by());
    }
    if (question.agent() != null) {
      path.append("&agent=").append(question.agent());
    }
    if (!question.after().isEmpty()) {
      path.append("&after=").append(Wire.escaped(question.after()));
    }
    var answer = calls.get(path.toString());
    return new SearchAnswer(
        answer.path("building").asBoolean(), Wire.list(answer, "groups", SearchClient::group));
  }

  private static SearchAnswer.Group group(JsonNode node) {
    var kind = Wire.constant(SearchKind.class, Wire.text(node, "kind"), SearchKind.MESSAGE);
    return new SearchAnswer.Group(
        kind, Wire.list(node, "hits", hit -> hit(kind, hit)), text(node, "next"));
  }

  private static SearchHit hit(SearchKind kind, JsonNode node) {
    var conversation = node.path("conversation");
    var excerpt = node.path("excerpt");
    return new SearchHit(
        kind,
        Wire.id(node, "id"),
        conversation.isObject() ? new ConversationId(Wire.id(conversation, "id")) : null,
        text(conversation, "title"),
        Wire.time(node, "time"),
        text(node, "role"),
        text(node, "model"),
        page(node.path("file")),
        text(excerpt, "text"),
        Wire.list(
            excerpt,
            "marks",
            mark -> new SearchHit.Mark(mark.path("start").asInt(), mark.path("end").asInt())));
  }

  /// Null when the words stand in a name, or in something that has no pages.
  private static SearchHit.@Nullable Page page(JsonNode file) {
    var number = file.path("page").asInt();
    return number == 0 ? null : new SearchHit.Page(text(file, "name"), number, text(file, "label"));
  }

  private static String text(JsonNode node, String field) {
    return Objects.requireNonNullElse(Wire.textOrNull(node, field), "");
  }
}
