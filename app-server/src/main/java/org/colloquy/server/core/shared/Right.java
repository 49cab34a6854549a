package org.colloquy.server.core.shared;

/// What somebody may do with a conversation that is not theirs.
public enum Right {
  /// See what is said in it, also while it is being said.
  READ,
  /// Also ask in it.
  WRITE
}
