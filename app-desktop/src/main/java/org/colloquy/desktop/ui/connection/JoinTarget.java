package org.colloquy.desktop.ui.connection;

import java.net.URI;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.PairingLink;
import org.jspecify.annotations.Nullable;

/// What somebody typed to say which server is meant.
public sealed interface JoinTarget {
  /// A server at an address.
  ///
  /// @param authority what it is recognised by, from the time when the window was paired with it;
  ///   null when it was not
  record Address(URI base, @Nullable Fingerprint authority) implements JoinTarget {}

  /// A server that the window is paired with by this link.
  record Paired(PairingLink link) implements JoinTarget {}

  /// A server that was found on the network, of which nobody said yet what it is recognised by.
  record NoFingerprint() implements JoinTarget {}

  /// A pairing link whose fingerprint was not copied as it is.
  record WrongFingerprint() implements JoinTarget {}

  /// Nothing, or no address, or one at which everybody on the way could read the token.
  record None() implements JoinTarget {}
}
