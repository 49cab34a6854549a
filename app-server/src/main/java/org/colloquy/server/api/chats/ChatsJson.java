package org.colloquy.server.api.chats;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.Role;

/// What the chats API sends.
final class ChatsJson {
  /// Always milliseconds, as documented and as browsers write times: all of one length, so that
  /// they sort as texts.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ChatsJson() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ChatJson(UUID id, String name, String createdAt, String updatedAt) {
    static ChatJson of(Conversation conversation) {
      return new ChatJson(
          conversation.id().value(),
          conversation.title(),
          time(conversation.createdAt()),
          time(conversation.updatedAt()));
    }
  }

  /// A message, which this API calls a conversation.
  @JsonNaming(SnakeCaseStrategy.class)
  record LineJson(
      UUID id, String role, UUID chatId, String message, String createdAt, String updatedAt) {
    static LineJson of(Message message) {
      return new LineJson(
          message.id().value(),
          message.role() == Role.USER ? Fields.HUMAN : Fields.ASSISTANT,
          message.conversation().value(),
          message.content(),
          time(message.createdAt()),
          time(message.createdAt()));
    }
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
