package org.colloquy.desktop.client;

import java.util.List;
import java.util.UUID;

/// Accounts that belong together.
///
/// @param members the ids of their accounts
public record GroupEntry(UUID id, String name, List<UUID> members) {
  public GroupEntry {
    members = List.copyOf(members);
  }
}
