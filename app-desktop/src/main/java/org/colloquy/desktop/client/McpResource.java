package org.colloquy.desktop.client;

/// Something that a server of tools can show.
public record McpResource(String uri, String name, String description, String mediaType) {}
