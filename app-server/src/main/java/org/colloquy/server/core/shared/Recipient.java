package org.colloquy.server.core.shared;

import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.GroupId;

/// With whom a conversation can be shared.
public sealed interface Recipient {
  /// What they are called.
  String name();

  /// Somebody.
  record Member(AccountId account, String name) implements Recipient {}

  /// Whoever is in a group, as long as they are.
  record Members(GroupId group, String name) implements Recipient {}
}
