package org.colloquy.server.core.setting;

import java.util.Map;
import org.colloquy.model.AccountId;

/// Keeps what accounts set: a JSON text by name.
public interface SettingStore {
  /// All settings of an account by name.
  Map<String, String> all(AccountId account);

  /// Sets these; others stay.
  void put(AccountId account, Map<String, String> settings);
}
