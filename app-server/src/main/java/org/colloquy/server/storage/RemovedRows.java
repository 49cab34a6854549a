package org.colloquy.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.conversation.ConversationStore.Removed;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;

/// Conversations that are deleted for good, and the files that have to follow.
final class RemovedRows {
  private RemovedRows() {}

  /// Deletes conversations with everything that belongs to them.
  static Removed remove(Handle handle, List<UUID> conversations) {
    var contents = new ArrayList<ContentHash>();
    int removed = 0;
    for (var id : conversations) {
      contents.addAll(contents(handle, id));
      SearchChanges.note(handle, Change.What.FORGOTTEN, id);
      removed += handle.execute("delete from conversation where id = ?", id);
    }
    return new Removed(removed, contents);
  }

  private static List<ContentHash> contents(Handle handle, UUID conversation) {
    return handle
        .createQuery(
            "select content from attachment where conversation_id = :id and content is not null")
        .bind("id", conversation)
        .mapTo(String.class)
        .map(ContentHash::new)
        .list();
  }
}
