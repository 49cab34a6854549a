package org.colloquy.server.core.turn;

import org.colloquy.model.Ability;
import org.colloquy.model.Key;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Provider;
import org.jspecify.annotations.Nullable;

/// The model that will answer.
///
/// @param model its name at the provider
/// @param title what people read
/// @param key null when it is asked without one
record ChosenModel(Provider provider, String model, String title, @Nullable Key key) {
  /// What is known of it.
  ModelFacts facts() {
    return provider.models().stream()
        .filter(known -> known.name().equals(model))
        .findFirst()
        .map(ModelInfo::facts)
        .orElse(ModelFacts.UNKNOWN);
  }

  ModelUsed used() {
    return new ModelUsed(provider.name(), title);
  }

  /// A prompt as it can take it: when nobody knows whether it can see, pictures are tried.
  Prompt readable(Prompt prompt) {
    boolean blind = facts().abilities() != null && !facts().can(Ability.IMAGES);
    return blind && prompt.hasPictures() ? prompt.withoutPictures() : prompt;
  }
}
