package org.colloquy.desktop.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody, or a group, with whom one can share.
///
/// @param account null for a group, and for somebody of whom only the name is known
/// @param group null for an account
public record RecipientEntry(@Nullable UUID account, @Nullable UUID group, String name) {
  /// Somebody of whom only the username is known.
  public static RecipientEntry named(String username) {
    return new RecipientEntry(null, null, username);
  }

  public boolean isGroup() {
    return group != null;
  }
}
