package org.colloquy.server;

import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Invitations;
import org.colloquy.server.core.identity.OpenSessions;
import org.colloquy.server.core.identity.Passwords;
import org.colloquy.server.core.identity.Recovery;
import org.colloquy.server.core.identity.RefreshTokens;
import org.colloquy.server.core.identity.ResetCodes;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.core.identity.SignInLimits;
import org.colloquy.server.core.identity.SignIns;
import org.colloquy.server.core.identity.SignedTokens;

/// Makes what the core knows about people and how they prove who they are.
final class IdentityWiring {
  private IdentityWiring() {}

  record Identity(
      Accounts accounts,
      Sessions sessions,
      OpenSessions openSessions,
      Recovery recovery,
      ResetCodes resetCodes,
      Invitations invitations) {}

  static Identity wire(Stores stores, Outside outside) {
    var accounts = stores.accounts();
    var audit = outside.audit();
    var clock = outside.clock();
    var ids = outside.ids();
    var hasher = outside.passwordHasher();
    var secrets = outside.secrets();
    var passwords = new Passwords(hasher);
    var tokens = new SignedTokens(outside.tokenSigner(), clock, ids);
    var refreshTokens = new RefreshTokens(stores.sessions(), secrets, clock);
    var open = new OpenSessions(stores.sessions(), refreshTokens, audit, clock, ids);
    var tries = stores.wrongTries();
    var signIns =
        new SignIns(
            accounts,
            stores.sessions(),
            hasher,
            passwords,
            SignInLimits.ofPasswords(tries, secrets, clock),
            audit);
    return new Identity(
        new Accounts(accounts, passwords, audit, clock, ids),
        new Sessions(accounts, signIns, open, tokens),
        open,
        new Recovery(accounts, passwords, tokens, outside.letters(), audit, clock),
        new ResetCodes(accounts, stores.resetCodes(), passwords, secrets, audit, clock),
        new Invitations(
            new Invitations.Kept(
                stores.invitations(), accounts, SignInLimits.ofInvitations(tries, secrets, clock)),
            passwords,
            secrets,
            audit,
            clock,
            ids));
  }
}
