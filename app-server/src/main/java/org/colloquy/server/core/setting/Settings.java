package org.colloquy.server.core.setting;

import java.util.Map;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;

/// What a person set, kept as JSON texts by name. What they mean is the client's business.
public final class Settings {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 65_536;
  private static final int MOST = 500;

  private final SettingStore store;

  public Settings(SettingStore store) {
    this.store = store;
  }

  public Map<String, String> all(Caller caller) {
    return store.all(caller.account());
  }

  /// Sets these and returns all.
  public Map<String, String> put(Caller caller, Map<String, String> changed) {
    var rules = new Rules().expect(changed.size() <= MOST, "", "These are too many settings.");
    changed.forEach(
        (name, value) -> rules.filled(name, name, LONGEST_NAME).atMost(value, name, LONGEST_VALUE));
    rules.check();
    store.put(caller.account(), changed);
    return store.all(caller.account());
  }
}
