package org.colloquy.server.core.attachment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;

/// Keeps what is known of attachments; their content is in a [BlobStore].
public interface AttachmentStore {
  Attachment add(NewAttachment attachment);

  /// An attachment of one of the owner's conversations, trash left out.
  Optional<Attachment> find(AccountId owner, AttachmentId id);

  Optional<Attachment> findByNumber(AccountId owner, long number);

  /// Those that came with one message, oldest first.
  List<Attachment> of(MessageId message);

  /// Which of these there are.
  Set<AttachmentId> known(List<AttachmentId> ids);

  /// All of one conversation, oldest first.
  List<Attachment> of(ConversationId conversation);
}
