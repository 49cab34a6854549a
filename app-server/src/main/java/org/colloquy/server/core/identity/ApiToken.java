package org.colloquy.server.core.identity;

import java.time.Instant;
import java.util.Set;
import org.colloquy.model.AccountId;
import org.jspecify.annotations.Nullable;

/// What is known of a token that somebody made for a program. The token itself is not kept.
///
/// @param name what its owner calls it
/// @param scopes what it was given; it can do less when its owner can
/// @param lastFour its last characters, to be recognized by
/// @param lastUsedAt to within some minutes; null when it never was
public record ApiToken(
    ApiTokenId id,
    AccountId owner,
    String name,
    Set<Scope> scopes,
    String lastFour,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }
}
