package org.colloquy.server.core.provider;

/// What is generally known of providers and their models, as this program was made.
public record Catalogue(KnownProviders providers, KnownModels models) {}
