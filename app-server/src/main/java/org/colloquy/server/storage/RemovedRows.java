package org.colloquy.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.conversation.ConversationStore.Removed;
import org.jdbi.v3.core.Handle;

/// Conversations that are deleted for good, and the files that have to follow.
final class RemovedRows {
  private RemovedRows() {}

  /// Deletes conversations with everything that belongs to them.
  static Removed remove(Handle handle, List<UUID> conversations) {
    var files = new ArrayList<AttachmentId>();
    int removed = 0;
    for (var id : conversations) {
      files.addAll(files(handle, id));
      removed += handle.execute("delete from conversation where id = ?", id);
    }
    return new Removed(removed, files);
  }

  private static List<AttachmentId> files(Handle handle, UUID conversation) {
    return handle
        .createQuery("select id from attachment where conversation_id = :id and size >= 0")
        .bind("id", conversation)
        .mapTo(UUID.class)
        .map(AttachmentId::new)
        .list();
  }
}
