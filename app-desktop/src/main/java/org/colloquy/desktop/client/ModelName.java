package org.colloquy.desktop.client;

/// A model as an agent names it.
///
/// @param provider the provider's name
/// @param model what the provider calls it
public record ModelName(String provider, String model) {}
