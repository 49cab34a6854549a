package org.colloquy.server.core.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.model.AccountRole;

/// What somebody may do here. Every endpoint that is not for everybody needs one of these; a role
/// has some of them, and a token for a program may have fewer than its account.
public enum Scope {
  /// Sees conversations, files, memories and what can be asked.
  READ,
  /// Asks, and makes, changes and removes what [#READ] sees.
  WRITE,
  /// Manages providers and their keys.
  KEYS,
  /// Manages the own account: profile, password, sign-ins, tokens for programs, export, erasure.
  ACCOUNT,
  /// Manages everybody's accounts, this server's settings, and reads its audit log.
  ADMIN;

  private static final Set<Scope> MEMBER = Set.copyOf(EnumSet.of(READ, WRITE, KEYS, ACCOUNT));
  private static final Set<Scope> GUEST = Set.copyOf(EnumSet.of(READ, WRITE, ACCOUNT));
  private static final Set<Scope> ALL = Set.copyOf(EnumSet.allOf(Scope.class));

  /// All that a role may do.
  public static Set<Scope> of(AccountRole role) {
    return switch (role) {
      case OWNER -> ALL;
      case MEMBER -> MEMBER;
      case GUEST -> GUEST;
    };
  }

  /// Its name outside this program, such as `read`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The scope of this name; empty when there is none.
  public static Optional<Scope> named(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
