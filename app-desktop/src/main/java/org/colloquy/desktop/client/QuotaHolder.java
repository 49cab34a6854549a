package org.colloquy.desktop.client;

import java.util.UUID;

/// Whom a quota counts for.
public sealed interface QuotaHolder {
  /// Each account that has none of its own, for itself.
  record Everybody() implements QuotaHolder {}

  /// One account.
  record Person(UUID account) implements QuotaHolder {}

  /// The members of a group together.
  record Group(UUID group) implements QuotaHolder {}
}
