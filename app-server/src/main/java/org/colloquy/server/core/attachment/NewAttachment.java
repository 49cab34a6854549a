package org.colloquy.server.core.attachment;

import java.time.Instant;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.ContentHash;
import org.jspecify.annotations.Nullable;

/// An attachment that is about to be stored.
///
/// @param message the message it came with; null when it belongs to the conversation as a whole
/// @param size in bytes; [org.colloquy.model.Attachment#NOT_KEPT] when only its name is kept
/// @param content what is in it; null when that is not kept
public record NewAttachment(
    AttachmentId id,
    ConversationId conversation,
    @Nullable MessageId message,
    String name,
    String mediaType,
    long size,
    Instant createdAt,
    @Nullable ContentHash content) {
  /// An attachment without its content.
  public NewAttachment(
      AttachmentId id,
      ConversationId conversation,
      @Nullable MessageId message,
      String name,
      String mediaType,
      long size,
      Instant createdAt) {
    this(id, conversation, message, name, mediaType, size, createdAt, null);
  }
}
