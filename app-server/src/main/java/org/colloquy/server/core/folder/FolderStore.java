package org.colloquy.server.core.folder;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Folder;
import org.colloquy.model.FolderId;
import org.jspecify.annotations.Nullable;

/// Keeps folders.
public interface FolderStore {
  Folder add(NewFolder folder);

  /// All of an account, oldest first.
  List<Folder> of(AccountId owner);

  Optional<Folder> find(AccountId owner, FolderId id);

  /// Gives it another name and promise; empty when it is not there.
  Optional<Folder> change(AccountId owner, FolderId id, String name, @Nullable Integer keepDays);

  /// Removes it, not its conversations; false when it is not there.
  boolean remove(AccountId owner, FolderId id);

  /// Those of all accounts whose conversations are not kept for good.
  List<Folder> withPromise();

  /// A folder that is about to be stored.
  record NewFolder(FolderId id, AccountId owner, String name, @Nullable Integer keepDays) {}
}
