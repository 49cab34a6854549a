package org.colloquy.server.http;

/// One outside API: its paths, how it learns who is asking, and how it says what went wrong.
public record Face(String name, PathTable paths, CallerReader callers, ProblemRenderer problems) {}
