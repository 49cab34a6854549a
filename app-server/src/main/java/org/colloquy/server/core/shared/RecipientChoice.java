package org.colloquy.server.core.shared;

import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.GroupId;

/// How somebody says with whom to share.
public sealed interface RecipientChoice {
  /// This account, of those that [Recipients] shows.
  record OfAccount(AccountId account) implements RecipientChoice {}

  /// This group, of those that [Recipients] shows.
  record OfGroup(GroupId group) implements RecipientChoice {}

  /// Whoever has this username, whatever its case.
  record Named(String username) implements RecipientChoice {}
}
