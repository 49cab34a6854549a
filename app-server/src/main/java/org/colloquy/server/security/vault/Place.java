package org.colloquy.server.security.vault;

import java.nio.file.Path;

/// Which place the keys are in.
public sealed interface Place {
  /// The keychain of the system.
  record Keychain() implements Place {}

  /// A file only its owner can read.
  record File(Path path) implements Place {}

  /// A file in the data folder, under a passphrase.
  ///
  /// @param file its name; another one whenever keys are moved, so that two passphrases never meet
  record Passphrase(String file) implements Place {}
}
