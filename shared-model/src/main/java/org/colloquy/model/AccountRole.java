package org.colloquy.model;

/// What an account may do.
public enum AccountRole {
  /// Runs this Colloquy: everything.
  OWNER,
  /// Works with it.
  MEMBER,
  /// Was let in for a while.
  GUEST
}
