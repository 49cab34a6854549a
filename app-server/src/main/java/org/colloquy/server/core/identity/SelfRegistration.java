package org.colloquy.server.core.identity;

import org.colloquy.model.Account;
import org.colloquy.model.ProblemException;

/// How somebody makes an account for themselves who has not been asked in.
public interface SelfRegistration {
  /// Whether anybody may.
  default boolean isOpen() {
    return true;
  }

  /// Makes an account for somebody new.
  ///
  /// @throws ProblemException Invalid where nobody may
  Account register(Registration registration, Visitor from);
}
