package org.colloquy.server.core.identity;

import java.time.Duration;

/// How an API wants its sign-ins to be.
///
/// @param api its name
/// @param access what its access tokens are issued for
public record SessionTerms(String api, AccessTerms access, Renewal renewal) {
  /// How long after the sign-in its last token expires, when nothing is asked for before.
  Duration lifetime() {
    return switch (renewal) {
      case Renewal.None() -> access.lifetime();
      case Renewal.Lasting(var lifetime) -> lifetime.plus(access.lifetime());
      case Renewal.Rotating(var idle, _) -> idle.plus(access.lifetime());
    };
  }
}
