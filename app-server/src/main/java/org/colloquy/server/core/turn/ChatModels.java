package org.colloquy.server.core.turn;

import org.colloquy.model.Provider;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Finds the way to a provider's models.
public interface ChatModels {
  /// A model of this provider, asked for this caller.
  ///
  /// @param key null when the provider needs none
  ChatModel open(Caller caller, Provider provider, @Nullable Secret key);
}
