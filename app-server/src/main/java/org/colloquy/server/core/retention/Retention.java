package org.colloquy.server.core.retention;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Folder;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.ConversationStore.Removed;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.folder.FolderStore;
import org.colloquy.server.core.table.DataTables;

/// Deletes for good what has been in the trash long enough, and the conversations of folders that
/// promise to keep them only so long.
public final class Retention {
  private final ConversationStore conversations;
  private final FolderStore folders;
  private final Traces traces;
  private final Predicate<ConversationId> busy;
  private final Audit audit;
  private final InstantSource clock;

  /// Where conversations leave something outside of the database.
  public record Traces(FileContents contents, Documents documents, DataTables tables) {}

  /// @param busy whether a turn is going on in a conversation
  public Retention(
      ConversationStore conversations,
      FolderStore folders,
      Traces traces,
      Predicate<ConversationId> busy,
      Audit audit,
      InstantSource clock) {
    this.conversations = conversations;
    this.folders = folders;
    this.traces = traces;
    this.busy = busy;
    this.audit = audit;
    this.clock = clock;
  }

  /// Deletes everything whose time has come.
  ///
  /// @return how many conversations
  public int run() {
    var trash = conversations.purge(clock.instant().minus(Conversations.KEPT_IN_TRASH));
    int removed = finish("trash", trash);
    for (var folder : folders.withPromise()) {
      removed += finish("folder " + folder.id(), outdated(folder));
    }
    return removed;
  }

  /// A conversation in which a turn is going on waits for the next time.
  private Removed outdated(Folder folder) {
    var days = folder.keepDays();
    if (days == null) {
      return new Removed(0, List.of());
    }
    var since = clock.instant().minus(Duration.ofDays(days));
    var quiet = conversations.untouched(folder.id(), since).stream().filter(busy.negate()).toList();
    return conversations.removeUntouched(folder.id(), quiet, since);
  }

  private int finish(String what, Removed removed) {
    traces.contents().release(removed.contents());
    if (removed.conversations() > 0) {
      traces.documents().collect();
      traces.tables().collect();
      audit.note(
          AuditEvent.done(Action.RETENTION_RUN, null, what + ": " + removed.conversations(), ""));
    }
    return removed.conversations();
  }
}
