package org.colloquy.server.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of a token that is exchanged for new ones, once.
///
/// @param hash all that is known of the token itself
/// @param salt makes its successor out of the token, always the same one
/// @param usedAt when it was exchanged; null before
public record RefreshToken(
    String hash, SessionId session, String salt, Instant expiresAt, @Nullable Instant usedAt) {}
