package org.colloquy.server.core.identity;

import java.time.Duration;

/// What a token is issued for.
///
/// @param audience the kind of client it is for, in that client's own word; empty for any
/// @param lifetime how long it is good
public record AccessTerms(String audience, Duration lifetime) {}
