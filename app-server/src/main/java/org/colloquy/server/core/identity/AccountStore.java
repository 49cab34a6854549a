package org.colloquy.server.core.identity;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Profile;
import org.jspecify.annotations.Nullable;

/// Keeps accounts. Usernames and e-mail addresses are unique whatever their case.
public interface AccountStore {
  /// Adds an account.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `username` or `email` when taken
  Account add(NewAccount account);

  Optional<Account> find(AccountId id);

  Optional<Account> findByNumber(long number);

  /// The account with this e-mail address or, if there is none, with this username, whatever the
  /// case: nobody can stand in another's way by taking their address as a username.
  Optional<Account> findByName(String usernameOrEmail);

  /// The first account with this role that is not disabled, by number.
  Optional<Account> findByRole(AccountRole role);

  /// The hash to check a password against; empty when the account has no password.
  Optional<String> passwordHash(AccountId id);

  /// Replaces the profile and returns the account as it is now; empty when it is gone.
  Optional<Account> changeProfile(AccountId id, Profile profile);

  /// Replaces username, e-mail address and password hash at once. Another e-mail address is not
  /// verified. With a new password hash all sessions of the account end but one.
  ///
  /// @param kept the session that stays; null when none does
  /// @throws org.colloquy.model.ProblemException Conflict with `username` or `email` when taken
  Optional<Account> changeSignIn(AccountId id, SignIn signIn, @Nullable SessionId kept);

  /// Replaces a password hash, and ends all sessions of the account; empty when it is gone, or has
  /// another password by now.
  ///
  /// @param before the hash that is replaced; null when there was none
  Optional<Account> changePassword(AccountId id, @Nullable String before, String hash);

  /// Replaces a hash by a better one of the same password, unless the password was changed
  /// meanwhile.
  void rehash(AccountId id, String before, String hash);

  /// All accounts, by number.
  List<Account> all();

  /// Replaces role and whether it is disabled; empty when it is gone. All sessions of an account
  /// that becomes disabled end.
  Optional<Account> changeAccess(AccountId id, Access access);

  /// Notes that the account's e-mail address is its own.
  Optional<Account> verify(AccountId id);

  /// Removes an account with everything it has; false when it is gone already.
  boolean remove(AccountId id);

  /// Whether an account may be here, and as what.
  record Access(AccountRole role, boolean disabled) {}

  /// What an account signs in with.
  ///
  /// @param email empty when there is none
  /// @param passwordHash in PHC form; null leaves the password as it is
  record SignIn(String username, String email, @Nullable String passwordHash) {}
}
