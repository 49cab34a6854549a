package org.colloquy.server.api.userchat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.Conversation;
import org.colloquy.model.Key;
import org.colloquy.model.Message;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.http.PythonTime;

/// What the user chat API sends.
final class UserchatJson {
  private UserchatJson() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record UserJson(
      String firstName,
      String lastName,
      String username,
      String email,
      String country,
      String affiliation,
      String position,
      String fieldOfStudy,
      String dateJoined) {
    static UserJson of(Account account) {
      var profile = account.profile();
      return new UserJson(
          profile.firstName(),
          profile.lastName(),
          account.username(),
          account.email(),
          profile.country(),
          profile.affiliation(),
          profile.position(),
          profile.fieldOfStudy(),
          time(account.joinedAt()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ProfileJson(
      String firstName,
      String lastName,
      String country,
      String affiliation,
      String position,
      String fieldOfStudy) {
    static ProfileJson of(Account account) {
      var profile = account.profile();
      return new ProfileJson(
          profile.firstName(),
          profile.lastName(),
          profile.country(),
          profile.affiliation(),
          profile.position(),
          profile.fieldOfStudy());
    }
  }

  record TokensJson(String refresh, String access) {
    static TokensJson of(Sessions.Tokens tokens) {
      return new TokensJson(tokens.refresh(), tokens.access());
    }
  }

  record AccessJson(String access) {}

  record ValidJson(boolean valid) {}

  record NotValidJson(boolean valid, String error) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ConversationLineJson(long id, String title, int messageCount, String createdAt) {
    static ConversationLineJson of(Conversation conversation) {
      return new ConversationLineJson(
          conversation.number(),
          conversation.title(),
          conversation.messageCount(),
          time(conversation.createdAt()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ConversationJson(long id, String title, List<MessageJson> messages, String createdAt) {
    static ConversationJson of(ConversationThread thread, UserchatOptions options) {
      var conversation = thread.conversation();
      return new ConversationJson(
          conversation.number(),
          conversation.title(),
          thread.messages().stream()
              .flatMap(message -> MessageJson.of(message, options).stream())
              .toList(),
          time(conversation.createdAt()));
    }
  }

  /// @param csvFiles tables that tools made for this message
  @JsonNaming(SnakeCaseStrategy.class)
  record MessageJson(
      long id, String role, String content, String createdAt, List<Object> csvFiles) {
    /// Empty for a message that this API does not show.
    static Optional<MessageJson> of(Message message, UserchatOptions options) {
      boolean shown =
          switch (message.role()) {
            case SYSTEM -> options.showsSystemMessages();
            case USER -> true;
            case ASSISTANT -> !message.content().isEmpty();
            case TOOL -> false;
          };
      return shown
          ? Optional.of(
              new MessageJson(
                  message.number(),
                  role(message.role()),
                  message.content(),
                  time(message.createdAt()),
                  List.of()))
          : Optional.empty();
    }

    private static String role(Role role) {
      return switch (role) {
        case SYSTEM -> "system";
        case USER -> "user";
        case ASSISTANT -> "baio";
        case TOOL -> "tool";
      };
    }
  }

  record ModelJson(long id, String name) {
    static ModelJson of(ModelInfo model) {
      return new ModelJson(model.number(), model.title());
    }
  }

  /// @param url the base address of its API; empty for the built-in one
  record ProviderJson(long id, String name, String url, List<ModelJson> models) {
    /// What stands for a server of one's own when a key is added.
    static final ProviderJson CUSTOM = new ProviderJson(0, "custom", "", List.of());

    static ProviderJson of(Provider provider) {
      return new ProviderJson(
          provider.number(),
          provider.name(),
          provider.address(),
          provider.models().stream().map(ModelJson::of).toList());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record KeyJson(long id, String nickname, ProviderJson provider, String createdAt) {
    static KeyJson of(Key key, Provider provider) {
      return new KeyJson(
          key.number(), key.nickname(), ProviderJson.of(provider), time(key.createdAt()));
    }
  }

  /// @param user the account's number
  record NewKeyJson(String nickname, long user) {}

  /// As Django writes times.
  static String time(Instant time) {
    return PythonTime.of(time, "Z");
  }
}
