package org.colloquy.server.core.conversation;

import org.colloquy.model.ModelParameters;

/// How models answer in one conversation, whoever asks.
///
/// @param systemPrompt what they are told before the talk; empty to leave that to the agent
/// @param looksIntoFiles whether passages of the conversation's files are put before its questions,
///   where a turn wants that
public record ConversationSetting(
    String systemPrompt, ModelParameters parameters, boolean looksIntoFiles) {
  /// As everywhere.
  public static final ConversationSetting NONE =
      new ConversationSetting("", ModelParameters.NONE, true);
}
