package org.colloquy.server.core.provider;

import java.util.List;
import org.colloquy.model.ProblemException;

/// What older versions sealed, to be sealed anew.
public final class OldSeals {
  private final KeyStore store;
  private final SecretBox box;

  public OldSeals(KeyStore store, SecretBox box) {
    this.store = store;
    this.box = box;
  }

  /// Seals anew whatever can be opened.
  ///
  /// @return what had to be left as it is
  public List<String> renew() {
    return store.sealed().stream()
        .filter(key -> box.isOutdated(key.sealed()) && !renewed(key))
        .map(SealedKey::sealed)
        .toList();
  }

  private boolean renewed(SealedKey key) {
    var bound = Keys.bound(key.id(), key.owner(), key.address());
    Secret secret;
    try {
      secret = box.open(key.sealed(), key.owner(), bound);
    } catch (ProblemException _) {
      return false; // by a key that is gone, or for another address: it may come back
    }
    try (secret) {
      store.reseal(key, box.seal(secret, key.owner(), bound));
      return true;
    }
  }
}
