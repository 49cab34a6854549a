package org.colloquy.server.core.provider;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Key;
import org.colloquy.model.KeyId;

/// Keeps API keys, sealed. Nicknames are unique within an account, case counts.
public interface KeyStore {
  /// Adds a key.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `nickname` when it is taken
  Key add(NewKey key);

  /// All keys of an account, oldest first.
  List<Key> all(AccountId owner);

  /// All keys of an account with whom they are shared, oldest first.
  List<OwnKey> owned(AccountId owner);

  /// Keys of others that an account may have models asked with, oldest first: those that owners of
  /// this Colloquy who are not disabled share with everybody or with a group of the account's.
  List<Key> sharedWith(AccountId account);

  /// Keys that owners of this Colloquy who are not disabled share with others, oldest first.
  List<SharedKey> shared();

  /// Says with whom a key is shared; empty when it, or the group, is not there.
  Optional<OwnKey> share(AccountId owner, KeyId id, Sharing sharing);

  Optional<Key> find(AccountId owner, KeyId id);

  Optional<Key> findByNumber(AccountId owner, long number);

  Optional<Key> findByNickname(AccountId owner, String nickname);

  /// The sealed secret; empty when the key is gone.
  Optional<String> sealed(KeyId id);

  /// The sealed secrets of all accounts.
  List<SealedKey> sealed();

  /// Puts the same secret there, sealed anew; does nothing when the key was changed meanwhile.
  void reseal(SealedKey key, String sealed);

  /// Gives a key another secret; empty when it is not there.
  ///
  /// @param sealed the secret as [SecretBox] sealed it
  Optional<Key> changeSecret(AccountId owner, KeyId id, String lastFour, String sealed);

  /// False when it is not there.
  boolean remove(AccountId owner, KeyId id);
}
