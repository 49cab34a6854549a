package org.colloquy.server.core.sharing;

import org.jspecify.annotations.Nullable;

/// What is to be different; null for what stays.
public record SharingChange(
    @Nullable Boolean on, @Nullable Boolean announced, @Nullable String name) {
  /// Others may come in.
  public static final SharingChange ON = new SharingChange(true, null, null);

  /// Others may not come in any more.
  public static final SharingChange OFF = new SharingChange(false, null, null);
}
