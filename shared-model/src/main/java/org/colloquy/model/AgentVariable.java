package org.colloquy.model;

/// A gap in an agent's instructions, written there as `{{name}}`.
///
/// @param name a letter, then letters, digits and `_`
/// @param description what it is for, told to people
/// @param value what stands there when a conversation gives nothing else
public record AgentVariable(String name, String description, String value) {}
