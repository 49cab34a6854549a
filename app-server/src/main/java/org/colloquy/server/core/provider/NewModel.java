package org.colloquy.server.core.provider;

import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;

/// A model that is about to be stored.
///
/// @param told what its provider says of it
public record NewModel(ModelId id, String name, String title, ModelFacts told) {}
