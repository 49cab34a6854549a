package org.colloquy.model;

/// The model that an agent wants. Names, not ids, so that it means the same on another computer.
///
/// @param provider the provider's name
/// @param model its name at the provider
public record AgentModel(String provider, String model) {}
