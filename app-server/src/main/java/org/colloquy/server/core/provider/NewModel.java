package org.colloquy.server.core.provider;

import org.colloquy.model.ModelId;

/// A model that is about to be stored.
public record NewModel(ModelId id, String name, String title) {}
