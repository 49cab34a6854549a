package org.colloquy.desktop.client;

import java.util.UUID;

/// A folder as the sidebar shows it.
public record FolderEntry(UUID id, String name) {}
