package org.colloquy.server.core.usage;

/// What usage is summed up by.
public enum UsageBy {
  /// By day in UTC, such as `2026-03-01`.
  DAY,
  /// By the model's name at its provider; the name is the provider's.
  MODEL,
  /// By the key's id; the name is its nickname.
  KEY,
  /// By the conversation's id; the name is its title.
  CONVERSATION,
  /// By the account's id; the name is its username.
  ACCOUNT
}
