package org.colloquy.server.core.turn;

import org.colloquy.model.KeyId;
import org.colloquy.model.ModelId;
import org.colloquy.model.ProviderId;
import org.jspecify.annotations.Nullable;

/// How a person names the model that is to answer.
public sealed interface ModelChoice {
  /// None named: a model of the oldest key's provider, or the built-in one without any key.
  record Usual() implements ModelChoice {}

  /// A model of a visible provider.
  ///
  /// @param key which key to use; null for the oldest one for that provider
  record Named(ModelId model, @Nullable KeyId key) implements ModelChoice {}

  /// A key by its nickname, and a model of its provider by name or title, whatever the case. A
  /// provider that needs no key is named by an empty nickname.
  record ByNickname(String nickname, String model) implements ModelChoice {}

  /// A key by its number, and a model of its provider by name or title, whatever the case.
  record ByKeyNumber(long key, String model) implements ModelChoice {}

  /// A model of a visible provider by name or title, whatever the case, asked with the oldest key
  /// for it, if there is one.
  ///
  /// @param model empty for the provider's first one
  record OfProvider(ProviderId provider, String model) implements ModelChoice {}

  /// A model by its name among all that the person sees, as [Models#named] tells it, or by its name
  /// at its provider as long as no other one has a model of this name.
  record Called(String name) implements ModelChoice {}

  /// A model of a visible provider, both by name or title, whatever the case, asked with the oldest
  /// key for it, if there is one.
  record OfProviderCalled(String provider, String model) implements ModelChoice {}
}
