package org.colloquy.server.core.turn;

import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;

/// A model under a name that no other one has, for clients that know models by nothing else.
///
/// @param name the provider's name in small letters with dashes, a slash, and what the provider
///   calls the model
public record NamedModel(String name, Provider provider, ModelInfo model) {
  /// The provider's part of the name.
  public String providerName() {
    return name.substring(0, name.length() - model.name().length() - 1);
  }
}
