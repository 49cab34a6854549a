package org.colloquy.server.core.provider;

import org.colloquy.server.core.group.GroupId;

/// Who besides its owner may have models asked with a key.
public sealed interface Sharing {
  /// Nobody.
  record WithNobody() implements Sharing {}

  /// All accounts of this server.
  record WithEverybody() implements Sharing {}

  /// The members of a group.
  record WithGroup(GroupId group) implements Sharing {}
}
