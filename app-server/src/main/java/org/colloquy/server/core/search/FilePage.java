package org.colloquy.server.core.search;

/// A page of a file that was read.
///
/// @param number from 1
/// @param label what is printed on it
public record FilePage(int number, String label, String text) {}
