package org.colloquy.desktop.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who besides its owner may have models asked with a key.
///
/// @param shared false for nobody
/// @param group whose members may; null for all accounts
public record KeySharing(boolean shared, @Nullable UUID group) {
  /// Nobody may.
  public static final KeySharing NOBODY = new KeySharing(false, null);

  /// All accounts may.
  public static final KeySharing EVERYBODY = new KeySharing(true, null);

  /// The members of this group may.
  public static KeySharing with(UUID group) {
    return new KeySharing(true, group);
  }
}
