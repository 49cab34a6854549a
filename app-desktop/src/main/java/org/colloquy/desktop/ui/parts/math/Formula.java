package org.colloquy.desktop.ui.parts.math;

/// A formula as it was written.
///
/// @param tex without the signs around it
/// @param display whether it stands for itself, larger than in a line
public record Formula(String tex, boolean display) {}
