package org.colloquy.desktop.client;

import org.colloquy.model.ConversationId;

/// A file, and the conversation that it is in.
///
/// @param number grows from file to file
/// @param title of the conversation; may be empty
public record LibraryEntry(
    FileEntry file, long number, ConversationId conversation, String title) {}
