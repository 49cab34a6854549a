package org.colloquy.server.core.search;

/// By what findings can be narrowed down, beside time.
public enum Facet {
  /// Who said a message: `system`, `user`, `assistant` or `tool`.
  ROLE,
  /// The name of the model that said a message.
  MODEL,
  /// The media type of a file.
  TYPE,
  /// The id of the agent that a conversation is with, or that alone recalls a memory.
  AGENT
}
