package org.colloquy.server.api.chatrest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.model.ProviderId;
import org.colloquy.model.Role;
import org.colloquy.server.core.identity.AccountChange;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Registration;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.CompletionRequest;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// What the chat REST API takes. What a client left out is null until it is asked for.
final class ChatrestBodies {
  private ChatrestBodies() {}

  record UserBody(@Nullable String username, @Nullable String email, @Nullable String password) {
    Registration registration() {
      return new Registration(
          required(username, "username"),
          required(email, "email"),
          required(password, "password"),
          Profile.EMPTY);
    }

    AccountChange change() {
      return new AccountChange(username, email, password);
    }

    String requiredUsername() {
      return required(username, "username");
    }

    String requiredPassword() {
      return required(password, "password");
    }

    /// The password stays out of logs.
    @Override
    public String toString() {
      return "UserBody[" + username + "]";
    }
  }

  record ConversationBody(
      @Nullable String title, @JsonProperty("user_id") @Nullable String userId) {
    String titleFor(Caller caller) {
      own(caller, userId);
      return required(title, "title");
    }
  }

  record MessageBody(
      @JsonProperty("conversation_id") @Nullable String conversationId,
      @Nullable String role,
      @Nullable String content) {
    ConversationId conversation() {
      return new ConversationId(requiredId(conversationId, "conversation_id"));
    }

    Role requiredRole() {
      return roleOf(required(role, "role"));
    }

    String requiredContent() {
      return required(content, "content");
    }
  }

  record AttachmentBody(
      @JsonProperty("message_id") @Nullable String messageId,
      @JsonProperty("file_type") @Nullable String fileType,
      @JsonProperty("file_path") @Nullable String filePath) {
    MessageId message() {
      return new MessageId(requiredId(messageId, "message_id"));
    }

    String requiredType() {
      return required(fileType, "file_type");
    }

    String requiredPath() {
      return required(filePath, "file_path");
    }
  }

  record ProviderBody(
      @Nullable String name, @JsonProperty("api_endpoint") @Nullable String endpoint) {
    String requiredName() {
      return required(name, "name");
    }

    String requiredEndpoint() {
      return required(endpoint, "api_endpoint");
    }
  }

  record ConfigBody(
      @JsonProperty("user_id") @Nullable String userId,
      @JsonProperty("provider_id") @Nullable String providerId,
      @JsonProperty("api_key") @Nullable String apiKey) {
    ProviderId providerFor(Caller caller) {
      own(caller, userId);
      return provider(providerId);
    }

    Secret requiredSecret() {
      return Secret.of(required(apiKey, "api_key"));
    }

    /// The secret stays out of logs.
    @Override
    public String toString() {
      return "ConfigBody[" + providerId + "]";
    }
  }

  /// @param model by name or title; null for the provider's first one
  record ChatBody(
      @JsonProperty("provider_id") @Nullable String providerId,
      @Nullable String model,
      @Nullable List<@Nullable LineBody> messages) {
    CompletionRequest request() {
      var lines = required(messages, "messages").stream().map(ChatrestBodies::line).toList();
      var choice = new ModelChoice.OfProvider(provider(providerId), model == null ? "" : model);
      return new CompletionRequest(choice, lines);
    }
  }

  record LineBody(@Nullable String role, @Nullable String content) {}

  private static Prompt.Line line(@Nullable LineBody line) {
    var given = required(line, "messages");
    return new Prompt.Line(
        roleOf(required(given.role(), "role")), required(given.content(), "content"));
  }

  static ProviderId provider(@Nullable String id) {
    return new ProviderId(requiredId(id, "provider_id"));
  }

  /// A user's id that a client sends along may only be the caller's own.
  static void own(Caller caller, @Nullable String userId) {
    if (userId != null && !requiredId(userId, "user_id").equals(caller.account().value())) {
      throw new ProblemException(new Problem.NotFound("account"));
    }
  }

  /// Any word of those that clients use for the four roles.
  private static Role roleOf(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "user", "human" -> Role.USER;
      case "assistant", "ai", "bot", "model" -> Role.ASSISTANT;
      case "system", "developer" -> Role.SYSTEM;
      case "tool", "function" -> Role.TOOL;
      default -> throw invalid("role", "must be user, assistant, system or tool");
    };
  }

  private static UUID requiredId(@Nullable String text, String field) {
    return Exchange.uuid(required(text, field))
        .orElseThrow(() -> invalid(field, "UUID parsing failed"));
  }

  private static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw invalid(field, "This field is required.");
    }
    return value;
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }
}
