package org.colloquy.server.core.identity;

import org.colloquy.model.Account;

/// Takes an account away with everything it has, wherever that is kept.
public interface AccountRemover {
  /// Removes the account. Whether that may be, and noting it, is for others.
  ErasureReport remove(Account account);
}
