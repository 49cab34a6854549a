package org.colloquy.server.core.erasure;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.ContentHash;

/// Deletes all that is kept of an account, at once or not at all, and has the database file built
/// anew at the next start, so that the words are not in its free places either.
public interface ErasureStore {
  /// Removes an account with everything it has.
  Erased remove(AccountId account);

  /// Removes everything an account has and tells about itself. It stays, with the name and the
  /// password it signs in with.
  Erased empty(AccountId account);

  /// What was deleted.
  ///
  /// @param files what was in each file; it may still be kept
  record Erased(int conversations, int messages, int memories, int keys, List<ContentHash> files) {
    public Erased {
      files = List.copyOf(files);
    }
  }
}
