package org.colloquy.server.core.usage;

import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.ModelPrice;
import org.jspecify.annotations.Nullable;

/// A model that is asked once, for somebody.
///
/// @param conversation null when it belongs to none
/// @param provider its name
/// @param model its name at the provider
/// @param key null when it is asked without one
/// @param keyName the nickname of the account's own key; empty without one, or with another's
/// @param price null when it is not known
public record ModelCall(
    AccountId account,
    @Nullable ConversationId conversation,
    String provider,
    String model,
    @Nullable KeyId key,
    String keyName,
    @Nullable ModelPrice price) {}
