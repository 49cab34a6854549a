package org.colloquy.server.core.group;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.AccountId;

/// Accounts that belong together.
///
/// @param members by number
public record Group(GroupId id, String name, List<AccountId> members, Instant createdAt) {
  public Group {
    members = List.copyOf(members);
  }
}
