package org.colloquy.desktop.ui.chat;

/// Something that can be chosen while one writes.
///
/// @param hint a word about it; may be empty
/// @param take is told when it was chosen
public record Suggestion(String title, String hint, Runnable take) {}
