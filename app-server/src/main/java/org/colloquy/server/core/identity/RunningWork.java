package org.colloquy.server.core.identity;

import org.colloquy.model.AccountId;

/// What goes on in the names of accounts, and has to end when one of them may not be here any more.
public interface RunningWork {
  /// Stops all that goes on for an account, and waits until what was said is kept. What begins
  /// meanwhile finds out by itself that the account may not be here.
  void stop(AccountId account);
}
