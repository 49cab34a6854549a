package org.colloquy.server.core.usage;

import java.util.List;
import org.colloquy.model.AccountId;

/// Keeps what the calls of models took.
public interface UsageStore {
  /// Adds one; without its conversation when that is gone, and not at all when the account is.
  void add(NewUse use);

  /// An account's, summed up, what was used last first; by key, also what others took with keys of
  /// the account's.
  List<UsageSum> sums(AccountId account, UsageBy by, Days days);

  /// Everybody's, summed up, what was used last first.
  List<UsageSum> sums(UsageBy by, Days days);

  /// An account's with a greater number, oldest first.
  List<ModelUse> after(AccountId account, long number, int most);
}
