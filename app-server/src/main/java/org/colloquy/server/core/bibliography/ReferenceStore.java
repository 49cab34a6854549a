package org.colloquy.server.core.bibliography;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;

/// Keeps what is known of files as publications, and the lists of references that were uploaded.
public interface ReferenceStore {
  /// What is known of a file.
  Optional<Entry> find(AttachmentId file);

  /// Keeps what is known of a file, in place of what was known.
  ///
  /// @return whether the file is still there
  boolean put(Entry entry);

  /// What is known of a conversation's files, in the order in which those came.
  List<Entry> of(ConversationId conversation);

  /// What is known of the files that an answer cites, in the order in which those came.
  List<Entry> citedIn(MessageId message);

  /// Keeps the references that a file lists, in place of others.
  ///
  /// @return whether the file is still there
  boolean putListed(AttachmentId list, List<Reference> references);

  /// The references that all lists of a conversation have.
  List<Reference> listed(ConversationId conversation);
}
