package org.colloquy.desktop.client;

import org.colloquy.model.ModelParameters;

/// What counts in every turn of a conversation.
///
/// @param systemPrompt what the model is told before the talk; empty for nothing
/// @param remembers whether memories are recalled and made
public record ConversationSettings(
    String systemPrompt, ModelParameters parameters, boolean remembers) {}
