package org.colloquy.server.security.vault;

import java.util.Collection;
import java.util.Optional;

/// Somewhere outside the database that keeps the keys which seal all others.
///
/// Every method throws [org.colloquy.model.ProblemException] Unavailable, with the reason, when the
/// place itself cannot be used.
interface KeyPlace {
  /// Whether it can be used on this computer now.
  boolean isSupported();

  /// The key with this mark; empty when the place is fine and it is not there.
  Optional<SealingKey> find(String mark);

  /// Keeps a key, beside those that are there. It is safe when this returns.
  void put(SealingKey key);

  /// Forgets these keys, as far as they are there.
  void remove(Collection<String> marks);

  /// Forgets these keys because all were moved to another place.
  default void leave(Collection<String> marks) {
    remove(marks);
  }

  /// Where that is, as the end of a sentence: `in the file ...`.
  String where();
}
