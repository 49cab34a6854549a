package org.colloquy.server.command;

import org.colloquy.model.Account;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;

/// In whose name commands act: who can open the folder is its owner.
public final class Owner {
  private final Accounts accounts;
  private final AccountAdministration administration;

  public Owner(Accounts accounts, AccountAdministration administration) {
    this.accounts = accounts;
    this.administration = administration;
  }

  /// The owner of this Colloquy.
  Caller caller() {
    return Caller.program(accounts.localOwner());
  }

  /// The account that `--user` names, else the owner.
  Caller callerFor(Given given) {
    return given.has("user") ? Caller.program(named(given.get("user"))) : caller();
  }

  /// Somebody by name.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when there is nobody of this name
  Account named(String name) {
    return administration.named(caller(), name);
  }
}
