package org.colloquy.model;

/// The language that a provider speaks.
public enum ProviderKind {
  /// Built in: answers by retrieval, needs nothing.
  LOCAL,
  /// OpenAI's chat completions, spoken by many servers.
  OPENAI_CHAT,
  /// OpenAI's responses.
  OPENAI_RESPONSES,
  /// Anthropic's messages.
  ANTHROPIC,
  /// Google's Gemini API.
  GEMINI,
  /// Ollama's own API, which tells more than the chat completions that it speaks too.
  OLLAMA,
  /// No language: a file on this computer with a model that is run here.
  GGUF
}
