package org.colloquy.server.core.identity;

import java.util.Set;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// Who is asking right now, how they proved it, and what that lets them do.
///
/// @param scopes never more than the role has
/// @param from where the request came from
/// @param session the sign-in that it belongs to; null when it belongs to none
public record Caller(
    AccountId account,
    AccountRole role,
    Proof proof,
    Set<Scope> scopes,
    Visitor from,
    @Nullable SessionId session) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /// Somebody without a session.
  public Caller(AccountId account, AccountRole role, Proof proof, Set<Scope> scopes, Visitor from) {
    this(account, role, proof, scopes, from, null);
  }

  /// Somebody who may do all that their role may.
  public Caller(AccountId account, AccountRole role, Proof proof, Visitor from) {
    this(account, role, proof, Scope.of(role), from);
  }

  /// The program itself, in somebody's name.
  public static Caller program(Account account) {
    return new Caller(account.id(), account.role(), Proof.PROGRAM, Visitor.PROGRAM);
  }

  /// How they proved it.
  public enum Proof {
    /// The token that the desktop got from the server it started itself.
    LOCAL_TOKEN,
    /// A signed access token.
    ACCESS_TOKEN,
    /// A token that the account made for a program.
    API_TOKEN,
    /// The program itself, for its own housekeeping.
    PROGRAM
  }

  /// Whether the caller may do this.
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /// Makes sure that the caller may do this.
  ///
  /// @throws ProblemException NotAllowed when not
  public void require(Scope scope) {
    if (!may(scope)) {
      throw new ProblemException(new Problem.NotAllowed("it needs the right to " + scope.word()));
    }
  }

  /// Makes sure that a person asks, for what a program could use to become more than its token lets
  /// it be.
  ///
  /// @throws ProblemException NotAllowed when it is a program with a token of its own
  public void requirePerson() {
    if (proof == Proof.API_TOKEN) {
      throw new ProblemException(new Problem.NotAllowed("it takes a person who is signed in"));
    }
  }

  /// What is written down about something that the caller did.
  public AuditEvent did(AuditEvent.Action action, Object object) {
    return AuditEvent.done(action, account, object, from.address());
  }
}
