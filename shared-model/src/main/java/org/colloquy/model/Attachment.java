package org.colloquy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that belongs to a conversation.
///
/// @param number the same attachment as an integer, for clients that count
/// @param message the message it came with; null when it belongs to the conversation as a whole
/// @param name as its sender called it; may be a path or an address when only that was sent, and is
///   never used to open anything here
/// @param mediaType its kind in its sender's words, such as `text/csv`; may be empty
/// @param size of what is kept here, in bytes; [#NOT_KEPT] when only its name is
public record Attachment(
    AttachmentId id,
    long number,
    ConversationId conversation,
    @Nullable MessageId message,
    String name,
    String mediaType,
    long size,
    Instant createdAt) {
  /// The size of an attachment whose content is somewhere else.
  public static final long NOT_KEPT = -1;
}
