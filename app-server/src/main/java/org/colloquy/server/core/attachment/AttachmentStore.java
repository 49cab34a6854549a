package org.colloquy.server.core.attachment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.ContentHash;

/// Keeps what is known of attachments; their content is in a [BlobStore].
public interface AttachmentStore {
  Attachment add(NewAttachment attachment);

  /// An attachment of one of the owner's conversations, trash left out.
  Optional<Attachment> find(AccountId owner, AttachmentId id);

  Optional<Attachment> findByNumber(AccountId owner, long number);

  /// Those that came with one message, oldest first.
  List<Attachment> of(MessageId message);

  /// All of one conversation, oldest first.
  List<Attachment> of(ConversationId conversation);

  /// What is in an attachment that was found for its owner; empty when that is not kept.
  Optional<ContentHash> content(AttachmentId id);

  /// Which of these some attachment refers to, whoever's it is and wherever.
  Set<ContentHash> referred(List<ContentHash> contents);

  /// All contents that some attachment refers to.
  Set<ContentHash> contents();

  /// Lets an attachment refer to a content; false when there is no such attachment.
  boolean refer(AttachmentId id, ContentHash content);

  /// How many bytes all files of an account have, the trash included.
  long size(AccountId owner);

  /// Removes an attachment of one of the owner's conversations, trash left out.
  boolean remove(AccountId owner, AttachmentId id);
}
