package org.colloquy.server.core.identity;

import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Profile;

/// Keeps accounts. Usernames and e-mail addresses are unique whatever their case.
public interface AccountStore {
  /// Adds an account.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `username` or `email` when taken
  Account add(NewAccount account);

  Optional<Account> find(AccountId id);

  Optional<Account> findByNumber(long number);

  /// The account with this username or e-mail address, whatever the case.
  Optional<Account> findByName(String usernameOrEmail);

  /// The first account with this role, by number.
  Optional<Account> findByRole(AccountRole role);

  /// The hash to check a password against; empty when the account has no password.
  Optional<String> passwordHash(AccountId id);

  /// Replaces the profile and returns the account as it is now; empty when it is gone.
  Optional<Account> changeProfile(AccountId id, Profile profile);

  /// Replaces username, e-mail address and password hash at once.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `username` or `email` when taken
  Optional<Account> changeSignIn(AccountId id, SignIn signIn);

  /// What an account signs in with.
  ///
  /// @param email empty when there is none
  /// @param passwordHash in PHC form
  record SignIn(String username, String email, String passwordHash) {}
}
