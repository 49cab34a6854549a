package org.colloquy.server.core.conversation;

/// A short name that somebody gave to conversations.
///
/// @param conversations how many have it and are in the usual list
/// @param archived how many have it and are archived
public record Tag(String name, int conversations, int archived) {}
