package org.colloquy.desktop.settings;

/// Where the window is on the screen.
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
