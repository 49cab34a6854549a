package org.colloquy.server.core.search;

import java.time.Instant;
import java.util.Map;
import org.colloquy.model.AccountId;

/// How far an index is behind the store.
///
/// @param changes the number of the last change that it knows
/// @param messages the number of the last message that it knows, of each account whose other things
///   it knows as well
/// @param purgeWanted whether words of what was deleted for good may still be in its files
/// @param keptAt when this was written down
public record Progress(
    long changes, Map<AccountId, Long> messages, boolean purgeWanted, Instant keptAt) {
  /// Knows nothing.
  public static final Progress NONE = new Progress(-1, Map.of(), false, Instant.EPOCH);

  public Progress {
    messages = Map.copyOf(messages);
  }

  public boolean isNone() {
    return changes < 0;
  }
}
