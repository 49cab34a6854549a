package org.colloquy.model;

/// The language that a provider speaks.
public enum ProviderKind {
  /// Built in: answers by retrieval, needs nothing.
  LOCAL,
  /// OpenAI's chat completions, spoken by many servers.
  OPENAI_CHAT
}
