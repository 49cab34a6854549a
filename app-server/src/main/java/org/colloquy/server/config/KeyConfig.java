package org.colloquy.server.config;

import java.nio.file.Path;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Where the key is kept that opens all sealed secrets.
///
/// @param folder where key files are made
/// @param file where the key file is to be; null for one in that folder
/// @param passphrase that protects the key; null for none
/// @param newPassphrase that is to protect it from now on; null when that does not change
/// @param usual where the key goes when nothing else is said
public record KeyConfig(
    Path folder,
    @Nullable Path file,
    @Nullable Secret passphrase,
    @Nullable Secret newPassphrase,
    Usual usual) {
  /// Where the key goes when nothing else is said.
  public enum Usual {
    /// Into the keychain of the system, or a file where there is none.
    KEYCHAIN_OR_FILE,
    FILE
  }

  /// The defaults, with key files in this folder.
  public static KeyConfig in(Path folder) {
    return new KeyConfig(folder, null, null, null, Usual.FILE);
  }

  /// The same for somebody who has a keychain.
  public KeyConfig preferringKeychain() {
    return new KeyConfig(folder, file, passphrase, newPassphrase, Usual.KEYCHAIN_OR_FILE);
  }

  /// The same with a passphrase that was asked for.
  public KeyConfig withPassphrase(Secret asked) {
    return new KeyConfig(folder, file, asked, newPassphrase, usual);
  }

  /// The same with a new passphrase that was asked for.
  public KeyConfig withNewPassphrase(Secret asked) {
    return new KeyConfig(folder, file, passphrase, asked, usual);
  }
}
