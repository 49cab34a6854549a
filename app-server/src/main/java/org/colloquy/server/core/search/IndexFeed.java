package org.colloquy.server.core.search;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;

/// The index as it is fed, by one thread. Everything can be said twice.
public interface IndexFeed extends AutoCloseable {
  /// Opens it, or opens it again after a failure. What is missing, damaged or of another version
  /// begins empty.
  ///
  /// @return how far it was when it was last kept
  Progress open();

  /// Throws all of it away, damaged or not; it is open and empty then.
  void discard();

  /// Puts these into it, each in the place of what it had of the same kind and id; the pages of a
  /// file go with that.
  void put(List<Entry> entries);

  /// Adds pages to a file that was just put.
  void putPages(Entry file, List<FilePage> pages);

  void remove(Kind kind, UUID id);

  /// Removes everything of a conversation.
  void removeConversation(ConversationId conversation);

  /// Removes everything of an account.
  void removeAccount(AccountId owner);

  /// Removes everything.
  void clear();

  /// Lets what was said so far be found.
  void publish();

  /// Writes it all down together with how far it is, so that it is there after a crash.
  void keep(Progress progress);

  /// Takes the words of what was removed out of its files as well.
  void purge();

  /// How many messages it has.
  long messageCount();

  @Override
  void close();
}
