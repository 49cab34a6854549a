package org.colloquy.model;

/// Which model wrote an answer, in the words shown to people at that time.
public record ModelUsed(String provider, String model) {}
