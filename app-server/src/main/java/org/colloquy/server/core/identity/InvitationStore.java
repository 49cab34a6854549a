package org.colloquy.server.core.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Account;

/// Keeps invitations. They go with the account that made them.
public interface InvitationStore {
  /// Adds one.
  ///
  /// @param hash tells its code from all others
  void add(Invitation invitation, String hash);

  /// All of them, newest first.
  List<Invitation> all();

  /// The one with this hash that can be used now; empty when there is none.
  Optional<Invitation> usable(String hash, Instant now);

  /// Adds an account and notes that the invitation is used, both or neither; empty when it cannot
  /// be used any more.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `username` or `email` when taken;
  ///   the invitation stays usable
  Optional<Account> use(String hash, NewAccount account);

  /// Removes one; false when it is gone already.
  boolean remove(InvitationId id);
}
