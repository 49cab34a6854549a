package org.colloquy.server.core.usage;

import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.MessageId;
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
/// @param answer the message that the answer is kept in; null when it is not kept
public record ModelCall(
    AccountId account,
    @Nullable ConversationId conversation,
    String provider,
    String model,
    @Nullable KeyId key,
    String keyName,
    @Nullable ModelPrice price,
    @Nullable MessageId answer) {
  /// One whose answer is not kept.
  public ModelCall(
      AccountId account,
      @Nullable ConversationId conversation,
      String provider,
      String model,
      @Nullable KeyId key,
      String keyName,
      @Nullable ModelPrice price) {
    this(account, conversation, provider, model, key, keyName, price, null);
  }

  /// The same, whose answer is kept in this message.
  ///
  /// @param other null when it is not kept
  public ModelCall in(@Nullable MessageId other) {
    return new ModelCall(account, conversation, provider, model, key, keyName, price, other);
  }
}
