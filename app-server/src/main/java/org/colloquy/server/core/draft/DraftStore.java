package org.colloquy.server.core.draft;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Keeps drafts, one for each conversation of an account and one for a conversation to come.
public interface DraftStore {
  /// All of an account, last changed first, without those of conversations in the trash.
  List<Draft> of(AccountId owner);

  /// Keeps it in the place of the one before; false when the conversation is not there.
  boolean keep(AccountId owner, Draft draft);

  /// Forgets one, if it is there.
  ///
  /// @param conversation null for one that does not exist yet
  void remove(AccountId owner, @Nullable ConversationId conversation);
}
