package org.colloquy.server.core.folder;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Folder;
import org.colloquy.model.FolderId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// Folders of conversations. Other people's are not found.
public final class Folders {
  /// The longest promise, in days: a hundred years.
  public static final int LONGEST = 36_500;

  private static final int LONGEST_NAME = 100;

  private final FolderStore store;
  private final ConversationStore conversations;
  private final Ids ids;

  public Folders(FolderStore store, ConversationStore conversations, Ids ids) {
    this.store = store;
    this.conversations = conversations;
    this.ids = ids;
  }

  /// Oldest first.
  public List<Folder> all(Caller caller) {
    return store.of(caller.account());
  }

  public Folder get(Caller caller, FolderId id) {
    return store.find(caller.account(), id).orElseThrow(Folders::notFound);
  }

  /// Makes an empty folder.
  ///
  /// @param keepDays how long its conversations are kept after they were last touched; null for
  ///   ever
  public Folder create(Caller caller, String name, @Nullable Integer keepDays) {
    check(name, keepDays);
    return store.add(
        new FolderStore.NewFolder(
            new FolderId(ids.next()), caller.account(), name.strip(), keepDays));
  }

  /// Gives it another name and promise.
  public Folder change(Caller caller, FolderId id, String name, @Nullable Integer keepDays) {
    check(name, keepDays);
    return store
        .change(caller.account(), id, name.strip(), keepDays)
        .orElseThrow(Folders::notFound);
  }

  /// Removes it. Its conversations stay, and are in no folder.
  public void remove(Caller caller, FolderId id) {
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
  }

  /// Puts a conversation into a folder, whose promise counts for it from now on.
  ///
  /// @param folder null to take it out of the one it is in
  public Conversation file(Caller caller, ConversationId id, @Nullable FolderId folder) {
    if (folder != null) {
      get(caller, folder);
    }
    return conversations
        .file(caller.account(), id, folder)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("conversation")));
  }

  private static void check(String name, @Nullable Integer keepDays) {
    new Rules()
        .filled(name, "name", LONGEST_NAME)
        .expect(
            keepDays == null || (keepDays >= 1 && keepDays <= LONGEST),
            "keepDays",
            "It must be from 1 to " + LONGEST + " days, or nothing.")
        .check();
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("folder"));
  }
}
