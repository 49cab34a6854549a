package org.colloquy.server.core.identity;

import org.colloquy.model.Account;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Where others on the network come in: nobody makes an account without an invitation.
public final class ByInvitation implements SelfRegistration {
  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public Account register(Registration registration, Visitor from) {
    throw new ProblemException(
        new Problem.Invalid(
            "", "Making an account takes an invitation here; ask whoever runs this server."));
  }
}
