package org.colloquy.server.core.usage;

/// Counts the tokens of a text before a provider does, or when it does not tell.
@FunctionalInterface
public interface TokenCounter {
  /// About how many tokens a model makes of this text. Every model cuts it in its own way.
  int count(String text);
}
