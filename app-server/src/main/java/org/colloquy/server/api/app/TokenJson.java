package org.colloquy.server.api.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.server.core.identity.ApiToken;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.Scope;
import org.jspecify.annotations.Nullable;

/// A token for a program, as the desktop's own API sends it.
///
/// @param token itself, when it was just made; left out otherwise
record TokenJson(
    UUID id,
    String name,
    List<String> scopes,
    String lastFour,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {
  record TokensJson(List<TokenJson> tokens) {}

  static TokenJson of(ApiToken entry) {
    return of(entry, null);
  }

  static TokenJson of(ApiTokens.Made made) {
    return of(made.entry(), made.token());
  }

  private static TokenJson of(ApiToken entry, @Nullable String token) {
    return new TokenJson(
        entry.id().value(),
        entry.name(),
        entry.scopes().stream().sorted().map(Scope::word).toList(),
        entry.lastFour(),
        entry.createdAt(),
        entry.expiresAt(),
        entry.lastUsedAt(),
        token);
  }

  /// The token stays out of logs.
  @Override
  public String toString() {
    return "TokenJson[" + id + "]";
  }
}
