package org.colloquy.server.core.quota;

import java.time.LocalDate;
import java.util.List;
import org.colloquy.model.AccountId;

/// Keeps quotas.
public interface QuotaStore {
  /// How far all of them are used: everybody's first, whose use is nobody's and so nothing, then
  /// those of accounts and of groups.
  List<Standing> all(LocalDate today);

  /// How far those are used that count for an account; everybody's by this account.
  List<Standing> counting(AccountId account, LocalDate today);

  /// What an account, or a group, took and can take now, with or without a quota.
  Standing standing(Quota quota, LocalDate today);

  /// Sets a quota; false when there is no such account or group.
  boolean put(Quota quota);

  /// Removes a quota; false when there was none.
  boolean remove(QuotaHolder of);
}
