package org.colloquy.server.core.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.FolderId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.ContentHash;
import org.jspecify.annotations.Nullable;

/// Keeps conversations. Those in the trash are found only by [#restore].
public interface ConversationStore {
  /// Adds a conversation and its first messages, each the child of the one before it.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `conversation` when the id is taken
  Conversation add(NewConversation conversation, List<NewMessage> first);

  Optional<Conversation> find(AccountId owner, ConversationId id);

  Optional<Conversation> findByNumber(AccountId owner, long number);

  /// A conversation with what is shown of its active branch, as they are at one moment.
  Optional<ConversationThread> thread(AccountId owner, ConversationId id, Shown shown);

  /// A conversation with what is shown of its active branch, as they are at one moment.
  Optional<ConversationThread> threadByNumber(AccountId owner, long number, Shown shown);

  /// All of them, last created first.
  List<Conversation> newestFirst(AccountId owner);

  /// Those with `updatedAt` before the given time, last touched first.
  ///
  /// @param most how many at the most
  List<Conversation> lastTouchedFirst(AccountId owner, Instant before, int most);

  /// Changes the title; empty when it is not there.
  Optional<Conversation> rename(AccountId owner, ConversationId id, String title);

  /// Changes the title if it is still the one that is known; false when it is not, or is not there.
  boolean renameFrom(AccountId owner, ConversationId id, String known, String title);

  /// Changes the title and `updatedAt`; empty when it is not there.
  Optional<Conversation> rename(
      AccountId owner, ConversationId id, String title, Instant updatedAt);

  /// Shows another branch: `leaf` becomes the last message of the active branch.
  Optional<Conversation> activate(AccountId owner, ConversationId id, MessageId leaf);

  /// Puts it in the trash; false when it is not there.
  boolean remove(AccountId owner, ConversationId id, Instant when);

  /// Takes it out of the trash; empty when it is not in it.
  Optional<Conversation> restore(AccountId owner, ConversationId id);

  /// Puts it into a folder of the owner's, or into none; empty when it or the folder is not there.
  ///
  /// @param folder null for none
  Optional<Conversation> file(AccountId owner, ConversationId id, @Nullable FolderId folder);

  /// All conversations in a folder that were last touched before the given time, trash included.
  List<ConversationId> untouched(FolderId folder, Instant since);

  /// Deletes for good what was put in the trash before the given time, with its messages.
  Removed purge(Instant removedBefore);

  /// Deletes these for good, with their messages, but none that was touched since the given time or
  /// is not in this folder any more.
  Removed removeUntouched(FolderId folder, List<ConversationId> ids, Instant since);

  /// What was deleted.
  ///
  /// @param contents of the files that went with them, which may still be kept
  record Removed(int conversations, List<ContentHash> contents) {
    public Removed {
      contents = List.copyOf(contents);
    }
  }
}
