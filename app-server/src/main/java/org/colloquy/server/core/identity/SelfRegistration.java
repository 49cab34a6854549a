package org.colloquy.server.core.identity;

import org.colloquy.model.Account;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// How somebody makes an account for themselves who has not been asked in.
@FunctionalInterface
public interface SelfRegistration {
  /// Where others on the network come in: they need an invitation.
  SelfRegistration CLOSED =
      (_, _) -> {
        throw new ProblemException(
            new Problem.Invalid(
                "", "Making an account takes an invitation here; ask whoever runs this server."));
      };

  /// Makes an account for somebody new.
  ///
  /// @throws ProblemException Invalid where nobody may
  Account register(Registration registration, Visitor from);
}
