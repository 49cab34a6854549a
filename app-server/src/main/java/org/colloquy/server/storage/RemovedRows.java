package org.colloquy.server.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.FolderId;
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

  /// Nobody touches it or moves it away until this transaction ends.
  static boolean isUntouched(Handle handle, FolderId folder, ConversationId id, Instant since) {
    return handle
        .createQuery(
            """
            select c.id from conversation c
            join conversation_progress p on p.conversation_id = c.id
            where c.id = :id and c.folder_id = :folder and p.updated_at < :since
            for update
            """)
        .bind("id", id.value())
        .bind("folder", folder.value())
        .bind("since", Columns.column(since))
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }
}
