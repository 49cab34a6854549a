package org.colloquy.server.core.provider;

import java.util.List;
import org.colloquy.model.AccountId;

/// Keeps the sealed data keys. They go with their account.
public interface DataKeyStore {
  /// Those of an account, newest first. More than one when the key that opens an older one was
  /// lost.
  List<DataKey> of(AccountId owner);

  /// Everybody's.
  List<DataKey> all();

  void add(DataKey key);

  /// Puts these in the place of those with the same marks: all of them or none.
  void replace(List<DataKey> keys);
}
