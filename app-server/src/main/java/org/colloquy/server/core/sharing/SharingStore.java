package org.colloquy.server.core.sharing;

import java.util.Optional;

/// Keeps what was chosen about sharing.
public interface SharingStore {
  /// What was chosen last; empty when nothing was.
  Optional<SharingChoice> get();

  /// Keeps this instead.
  void put(SharingChoice choice);
}
