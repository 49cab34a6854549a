package org.colloquy.server.core.provider;

/// Seals secrets so that a copy of the store is worth nothing without the key of this box.
public interface SecretBox {
  /// Seals a secret into a printable text.
  ///
  /// @param bound what it belongs to; opening with another text fails
  String seal(Secret secret, String bound);

  /// Opens what [#seal] made with the same `bound`.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable when this box cannot open it
  Secret open(String sealed, String bound);
}
