package org.colloquy.server.core.provider;

import org.colloquy.model.ModelFacts;

/// A model as its provider's list tells of it.
///
/// @param name what the provider calls it
/// @param told what the list says about it, which is often nothing
public record ListedModel(String name, ModelFacts told) {
  /// One of which only the name is told.
  public ListedModel(String name) {
    this(name, ModelFacts.UNKNOWN);
  }
}
