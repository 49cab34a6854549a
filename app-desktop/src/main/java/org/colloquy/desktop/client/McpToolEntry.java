package org.colloquy.desktop.client;

/// A tool that a server has.
///
/// @param name as models call it
/// @param schema of its arguments, as JSON
public record McpToolEntry(String name, String description, String schema) {}
