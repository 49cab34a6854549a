package org.colloquy.model;

/// One model of a provider.
///
/// @param number the same model as an integer, for clients that count
/// @param name what the provider calls it, as sent in requests
/// @param title what people read
public record ModelInfo(ModelId id, long number, ProviderId provider, String name, String title) {}
