package org.colloquy.model;

/// A text that an agent always has at hand.
///
/// @param name as people call it, such as `glossary.md`
public record AgentDocument(String name, String text) {}
