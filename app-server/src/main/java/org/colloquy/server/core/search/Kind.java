package org.colloquy.server.core.search;

/// What can be found.
public enum Kind {
  /// A conversation by its title.
  CONVERSATION,
  /// A message of any branch.
  MESSAGE,
  /// A file by its name or by what stands on one of its pages.
  FILE,
  MEMORY
}
