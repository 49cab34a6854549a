package org.colloquy.desktop.client;

import org.colloquy.model.Fingerprint;
import org.colloquy.model.Problem;

/// Why something asked of the server did not happen.
public sealed interface Failure {
  /// The server said why.
  record Told(Problem problem) implements Failure {}

  /// The server did not answer.
  ///
  /// @param detail the technical reason, for people who look closer
  record NoAnswer(String detail) implements Failure {}

  /// Somebody else answers in the server's place.
  ///
  /// @param expected what the server is recognised by
  /// @param shown what was shown instead
  record OtherAuthority(Fingerprint expected, Fingerprint shown) implements Failure {
    /// What was found when it was asked.
    public static OtherAuthority of(ChangedAuthority found) {
      return new OtherAuthority(found.expected(), found.shown());
    }
  }
}
