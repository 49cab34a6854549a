package org.colloquy.model;

/// A tool that the model wants called.
///
/// @param id the provider's name for this call; the tool's result refers to it
/// @param tool the tool's name
/// @param arguments a JSON object as text, as the model wrote it
public record ToolCall(String id, String tool, String arguments) {}
