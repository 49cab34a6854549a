package org.colloquy.server.api.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Activity;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.http.PythonTime;
import org.jspecify.annotations.Nullable;

/// What the agents API sends.
final class AgentsJson {
  private AgentsJson() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record TokenJson(String accessToken, String tokenType) {}

  /// Who may do everything is a superuser here.
  record UserJson(
      String id,
      String email,
      @JsonProperty("is_active") boolean active,
      @JsonProperty("is_superuser") boolean superuser,
      @JsonProperty("is_verified") boolean verified) {
    static UserJson of(Account account) {
      return new UserJson(
          account.id().toString(),
          account.email(),
          !account.disabled(),
          account.role() == AccountRole.OWNER,
          account.verified());
    }
  }

  record MessageJson(String message) {}

  record AgentJson(long id, String label, String desc, boolean selected) {
    static AgentJson of(Agent agent) {
      return new AgentJson(agent.number(), agent.name(), agent.description(), false);
    }
  }

  record UploadedJson(String message, @JsonProperty("file_path_db_rowid") long line) {}

  /// One line of the running table.
  ///
  /// @param rowid its place, from 1
  record LineJson(long rowid, String type, String description) {
    static LineJson of(long rowid, Activity activity) {
      var type = activity.kind().equals(Activities.UPLOAD) ? "userinput" : activity.kind();
      return new LineJson(rowid, type, activity.detail());
    }
  }

  /// @param ts when something was last said in it
  @JsonNaming(SnakeCaseStrategy.class)
  record ConversationJson(String conversationId, String ts, String titleSummary) {
    static ConversationJson of(Conversation conversation) {
      var title = conversation.title();
      return new ConversationJson(
          conversation.id().toString(),
          PythonTime.of(conversation.updatedAt(), "+00:00"),
          title.isEmpty() ? "New Chat" : title);
    }
  }

  record SaidJson(String sender, String message) {
    /// Empty for a message that this API does not show.
    static Optional<SaidJson> of(Message message) {
      return switch (message.role()) {
        case USER -> Optional.of(new SaidJson("You", message.content()));
        case ASSISTANT ->
            message.content().isEmpty()
                ? Optional.empty()
                : Optional.of(new SaidJson("Agent", message.content()));
        case SYSTEM, TOOL -> Optional.empty();
      };
    }
  }

  /// What is wrong with one value of a request, as pydantic tells it.
  ///
  /// @param loc where: `body` and the field, or the place in a text
  /// @param ctx more about it; left out when there is no more
  record FaultJson(
      String type,
      List<Object> loc,
      String msg,
      @Nullable JsonNode input,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> ctx) {
    FaultJson(String type, List<Object> loc, String msg, @Nullable JsonNode input) {
      this(type, loc, msg, input, null);
    }
  }
}
