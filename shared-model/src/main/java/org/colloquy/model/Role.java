package org.colloquy.model;

/// Who speaks in a message.
public enum Role {
  /// Instructions to the model that stand before the talk.
  SYSTEM,
  /// The person.
  USER,
  /// The model.
  ASSISTANT,
  /// The result of a tool that the model called.
  TOOL
}
