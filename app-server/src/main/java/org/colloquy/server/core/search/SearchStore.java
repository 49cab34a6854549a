package org.colloquy.server.core.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;

/// Reads what can be found. What is in the trash cannot, nor can answers that still grow.
public interface SearchStore {
  /// Whether others write to the same database. Then a higher number may be seen before a lower
  /// one.
  boolean isShared();

  /// The number of the last change; 0 before the first.
  long newestChange();

  /// The changes after a number, oldest first.
  List<Change> changes(long after, int most);

  /// Drops changes that every index knows.
  void forgetChanges(Instant before);

  /// The number of every account's newest message; 0 for an account without any.
  Map<AccountId, Long> newestMessages();

  /// The next messages of an account, in the order of their numbers; as many as fit easily into
  /// memory.
  Batch messages(AccountId owner, long after);

  /// The next messages of a conversation, in the order of their numbers.
  Batch messages(ConversationId conversation, long after);

  /// Everything of an account but its messages.
  List<Entry> others(AccountId owner);

  /// Everything of a conversation but its messages: its title and its files.
  List<Entry> others(ConversationId conversation);

  /// One thing as it is now; empty when it cannot be found any more.
  Optional<Entry> entry(Kind kind, UUID id);

  /// The next pages of a file that was read, in the order of their numbers; as many as fit easily
  /// into memory.
  List<FilePage> pages(AttachmentId file, int after);

  /// A page of one of the owner's files.
  Optional<FilePage> page(AccountId owner, AttachmentId file, int number);

  /// Those of these that are the owner's and can be found, in any order.
  List<Entry> entries(AccountId owner, Kind kind, List<UUID> ids);

  /// The titles of the owner's conversations among these.
  Map<ConversationId, String> titles(AccountId owner, Set<ConversationId> conversations);

  /// The owner's conversations that were last answered by an agent.
  Set<ConversationId> withAgent(AccountId owner, AgentId agent);

  /// How many messages can be found, of all accounts.
  long messageCount();
}
