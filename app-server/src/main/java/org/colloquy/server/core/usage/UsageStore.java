package org.colloquy.server.core.usage;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.MessageId;

/// Keeps what the calls of models took.
public interface UsageStore {
  /// Adds one; without its conversation when that is gone, and not at all when the account is.
  void add(NewUse use);

  /// An account's, summed up, what was used last first; by key, also what others took with keys of
  /// the account's.
  List<UsageSum> sums(AccountId account, UsageBy by, Days days);

  /// Everybody's, summed up, what was used last first.
  List<UsageSum> sums(UsageBy by, Days days);

  /// What an account's calls took whose answers are kept in these messages, all in one sum; empty
  /// when there was none.
  Optional<UsageSum> ofAnswers(AccountId account, List<MessageId> answers);

  /// An account's with a greater number, oldest first.
  List<ModelUse> after(AccountId account, long number, int most);
}
