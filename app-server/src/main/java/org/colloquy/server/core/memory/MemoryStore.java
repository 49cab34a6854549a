package org.colloquy.server.core.memory;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;

/// Keeps memories.
public interface MemoryStore {
  Memory add(NewMemory memory);

  /// All of an account, oldest first.
  List<Memory> of(AccountId owner);

  /// False when it is not there.
  boolean remove(AccountId owner, MemoryId id);

  /// A memory that is about to be stored.
  record NewMemory(MemoryId id, AccountId owner, String text, Instant createdAt) {}
}
