package org.colloquy.model;

/// What a model can do.
public enum Ability {
  /// Answers with text.
  TEXT,
  /// Looks at pictures.
  IMAGES,
  /// Calls tools.
  TOOLS,
  /// Thinks before it answers.
  REASONING,
  /// Turns text into vectors.
  EMBEDDINGS
}
