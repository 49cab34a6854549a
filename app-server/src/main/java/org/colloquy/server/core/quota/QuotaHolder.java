package org.colloquy.server.core.quota;

import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.GroupId;

/// Whom a quota counts for.
public sealed interface QuotaHolder {
  /// One account.
  record One(AccountId account) implements QuotaHolder {}

  /// The members of a group together.
  record Group(GroupId group) implements QuotaHolder {}

  /// Each account that has none of its own, for itself.
  record Everybody() implements QuotaHolder {}
}
