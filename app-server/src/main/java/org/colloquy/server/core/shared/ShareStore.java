package org.colloquy.server.core.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;

/// Keeps who may read conversations of others, and who asked in them. Conversations in the trash
/// are shared with nobody, and accounts that are disabled are shared nothing.
public interface ShareStore {
  /// Keeps a share. One with the same recipient stays under its id and gets this right and time.
  ///
  /// @return as kept; empty when the recipient is gone or the conversation is not there or not the
  ///   owner's
  Optional<Share> put(AccountId owner, Share share);

  /// The shares of a conversation, oldest first.
  List<Share> of(AccountId owner, ConversationId conversation);

  /// Ends a share; false when the conversation has none with this id or is not the owner's.
  boolean remove(AccountId owner, ConversationId conversation, ShareId id);

  /// What others share with an account, by itself or with a group that it is in, last touched
  /// first; each once, with the most that any share allows.
  List<SharedConversation> with(AccountId account);

  /// A conversation of somebody else that is shared with this account, with the most that any share
  /// allows.
  Optional<SharedConversation> find(AccountId account, ConversationId conversation);

  /// Notes that an account has seen all answers that ended in a conversation of somebody else.
  void seen(AccountId account, ConversationId conversation);

  /// The usernames of those who asked in a conversation that is not theirs, by question; empty for
  /// somebody whose account is gone.
  Map<MessageId, String> askers(ConversationId conversation);

  /// The username of whoever asked this question in somebody else's conversation, as in [#askers];
  /// empty when it was asked by the conversation's owner.
  Optional<String> asker(MessageId question);
}
