package org.colloquy.desktop.client;

/// Something that a model may have done.
///
/// @param source who offers it
/// @param hasEffects whether it changes or sends something, so that the person is asked first
public record ToolEntry(String name, String description, String source, boolean hasEffects) {}
