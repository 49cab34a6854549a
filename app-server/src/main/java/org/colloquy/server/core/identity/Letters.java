package org.colloquy.server.core.identity;

import java.time.Instant;

/// Brings letters to the people who have an account. There is no mail server: whoever runs this
/// Colloquy passes them on.
public interface Letters {
  /// Leaves a letter for whoever passes it on. Whether that one does is not known.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable when there is no room for it
  void deliver(Letter letter);

  /// Destroys the letters that were good until then or shorter.
  void destroyExpired(Instant now);

  /// Destroys all letters for the account with this number.
  void destroyFor(long account);

  /// What somebody is to be told who cannot be told by answering them.
  ///
  /// @param purpose what the token is for
  /// @param account the number of the account
  /// @param email where it should go
  /// @param goodUntil when the token expires
  record Letter(Token.Kind purpose, long account, String email, String token, Instant goodUntil) {
    @Override
    public String toString() {
      return "letter for account " + account;
    }
  }
}
