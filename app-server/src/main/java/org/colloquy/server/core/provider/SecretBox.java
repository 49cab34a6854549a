package org.colloquy.server.core.provider;

import org.colloquy.model.AccountId;

/// Seals secrets so that a copy of the store is worth nothing without the key of this box.
public interface SecretBox {
  /// Seals a secret of an account into a printable text.
  ///
  /// @param bound what it belongs to; opening with another text fails
  /// @throws org.colloquy.model.ProblemException Unavailable when this box cannot seal now
  String seal(Secret secret, AccountId owner, String bound);

  /// Opens what [#seal] made with the same `bound`.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable when this box cannot open it
  Secret open(String sealed, AccountId owner, String bound);

  /// Whether it was sealed in a way of older versions, and should be sealed anew.
  boolean isOutdated(String sealed);
}
