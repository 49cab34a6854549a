package org.colloquy.desktop.ui.chat;

import java.net.URI;
import java.util.function.Consumer;

/// What can be done from a message on the screen.
///
/// @param browser opens an address outside
record MessageActions(ChatViewModel chat, Approvals approvals, Consumer<URI> browser) {}
