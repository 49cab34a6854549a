package org.colloquy.desktop.client;

import org.colloquy.model.ModelParameters;

/// What counts in every turn of a conversation.
///
/// @param systemPrompt what the model is told before the talk; empty for nothing
/// @param remembers whether memories are recalled and made
/// @param looksIntoFiles whether questions are answered from the conversation's files, too
public record ConversationSettings(
    String systemPrompt, ModelParameters parameters, boolean remembers, boolean looksIntoFiles) {
  /// Of a conversation in which nothing was set.
  public static final ConversationSettings USUAL =
      new ConversationSettings("", ModelParameters.NONE, true, true);
}
