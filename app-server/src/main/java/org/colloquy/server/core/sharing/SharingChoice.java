package org.colloquy.server.core.sharing;

/// What was chosen about sharing.
///
/// @param id a random word that tells this server from others on the network
/// @param on whether it is shared at the next start as well
/// @param announced whether it is announced while it is shared
/// @param name what it is announced as; empty for the usual name
public record SharingChoice(String id, boolean on, boolean announced, String name) {}
