package org.colloquy.server;

import java.security.SecureRandom;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.security.vault.KeyPlaces;
import org.colloquy.server.security.vault.MasterKeys;

/// Makes what keeps the keys to all secrets.
final class VaultWiring {
  private VaultWiring() {}

  static MasterKeys masters(ServerConfig config) {
    return new MasterKeys(places(config), new SecureRandom());
  }

  static KeyPlaces places(ServerConfig config) {
    var keys = config.keys();
    var usual =
        switch (keys.usual()) {
          case KEYCHAIN_OR_FILE -> KeyPlaces.Usual.KEYCHAIN_OR_FILE;
          case FILE -> KeyPlaces.Usual.FILE;
        };
    return new KeyPlaces(
        DatabaseWiring.sharedFolder(config), keys.folder(), keys.file(), keys.passphrase(), usual);
  }
}
