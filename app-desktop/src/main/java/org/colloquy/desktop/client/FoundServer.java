package org.colloquy.desktop.client;

import java.net.URI;

/// A server that announces itself on the network. Anybody can announce anything there, so nothing
/// of it is trusted.
///
/// @param name what it calls itself
/// @param address where it says that it is
public record FoundServer(String name, URI address) {}
