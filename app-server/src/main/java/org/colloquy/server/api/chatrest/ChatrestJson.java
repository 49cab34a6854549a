package org.colloquy.server.api.chatrest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.colloquy.model.Account;
import org.colloquy.model.Attachment;
import org.colloquy.model.Conversation;
import org.colloquy.model.Key;
import org.colloquy.model.Message;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.http.OpenAiCompletion;
import org.jspecify.annotations.Nullable;

/// What the chat REST API sends. Its times are in UTC, with microseconds.
final class ChatrestJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ChatrestJson() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record UserJson(UUID id, String username, String email, String createdAt, String updatedAt) {
    static UserJson of(Account account) {
      var joined = time(account.joinedAt());
      return new UserJson(
          account.id().value(), account.username(), account.email(), joined, joined);
    }
  }

  record SignedInJson(String token, UserJson user) {}

  record TokenJson(String token) {}

  /// @param tokenVersion always 1: a token here is good until it expires, whatever others are
  ///   issued
  @JsonNaming(SnakeCaseStrategy.class)
  record ValidJson(UUID userId, long tokenVersion) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ConversationJson(UUID id, UUID userId, String title, String createdAt, String updatedAt) {
    static ConversationJson of(Conversation conversation) {
      return new ConversationJson(
          conversation.id().value(),
          conversation.owner().value(),
          conversation.title(),
          time(conversation.createdAt()),
          time(conversation.updatedAt()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record MessageJson(UUID id, UUID conversationId, String role, String content, String createdAt) {
    static MessageJson of(Message message) {
      return new MessageJson(
          message.id().value(),
          message.conversation().value(),
          message.role().name().toLowerCase(Locale.ROOT),
          message.content(),
          time(message.createdAt()));
    }

    /// Whether it is something that was said. Clients of this API send what they were shown to a
    /// model, which takes neither empty answers nor results of tools that it did not call.
    static boolean shows(Message message) {
      boolean silent = message.usedModel() != null && message.content().isEmpty();
      return !silent && message.answersCall() == null;
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record AttachmentJson(
      UUID id, @Nullable UUID messageId, String fileType, String filePath, String createdAt) {
    static AttachmentJson of(Attachment attachment) {
      var message = attachment.message();
      return new AttachmentJson(
          attachment.id().value(),
          message == null ? null : message.value(),
          attachment.mediaType(),
          attachment.name(),
          time(attachment.createdAt()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ProviderJson(
      UUID id,
      String name,
      String apiEndpoint,
      String providerType,
      List<String> supportedModalities,
      Map<String, List<String>> configuration,
      String createdAt,
      String updatedAt) {
    static ProviderJson of(Provider provider) {
      var created = time(provider.createdAt());
      return new ProviderJson(
          provider.id().value(),
          provider.name(),
          provider.address(),
          type(provider.kind()),
          List.of("text"),
          Map.of("models", provider.models().stream().map(ModelInfo::name).toList()),
          created,
          created);
    }

    private static String type(ProviderKind kind) {
      return switch (kind) {
        case LOCAL -> "local";
        case OPENAI_CHAT, OPENAI_RESPONSES -> "openai";
        case ANTHROPIC -> "anthropic";
        case GEMINI -> "gemini";
        case OLLAMA -> "ollama";
        case GGUF -> "gguf";
      };
    }
  }

  /// @param apiKey its end only
  @JsonNaming(SnakeCaseStrategy.class)
  record ConfigJson(
      UUID id, UUID userId, UUID providerId, String apiKey, String createdAt, String updatedAt) {
    static ConfigJson of(Key key) {
      var created = time(key.createdAt());
      return new ConfigJson(
          key.id().value(),
          key.owner().value(),
          key.provider().value(),
          "****" + key.lastFour(),
          created,
          created);
    }
  }

  /// A chat completion, and its text once more where the web client looks for it.
  record ChatJson(String message, @JsonUnwrapped OpenAiCompletion completion) {
    static ChatJson of(OpenAiCompletion completion) {
      return new ChatJson(completion.text(), completion);
    }
  }

  private static String time(Instant time) {
    return Objects.requireNonNull(TIME.format(time));
  }
}
