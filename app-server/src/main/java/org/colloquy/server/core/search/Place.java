package org.colloquy.server.core.search;

import java.time.Instant;

/// Where a finding stands among others of its kind, which are sorted by time and then by number,
/// newest first.
public record Place(Instant time, long number) {}
