package org.colloquy.server.core.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.Group;
import org.colloquy.server.core.group.GroupStore;
import org.colloquy.server.core.identity.AccountStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// With whom somebody can share: the groups they are in and who else is in these; all accounts and
/// groups for those who manage them anyway; and anybody whose whole username they know.
public final class Recipients {
  private final AccountStore accounts;
  private final GroupStore groups;

  public Recipients(AccountStore accounts, GroupStore groups) {
    this.accounts = accounts;
    this.groups = groups;
  }

  /// Those that can be picked, groups first.
  public List<Recipient> all(Caller caller) {
    return Stream.concat(
            groups(caller).stream().map(Recipients::members),
            members(caller).map(Recipients::member))
        .toList();
  }

  /// The one that is meant; empty when there is no such recipient for the caller, or it is the
  /// caller.
  Optional<Recipient> find(Caller caller, RecipientChoice choice) {
    return switch (choice) {
      case RecipientChoice.OfAccount(var id) ->
          members(caller)
              .filter(account -> account.id().equals(id))
              .findFirst()
              .map(Recipients::member);
      case RecipientChoice.OfGroup(var id) ->
          groups(caller).stream()
              .filter(group -> group.id().equals(id))
              .findFirst()
              .map(Recipients::members);
      case RecipientChoice.Named(var username) ->
          accounts
              .findByName(username.strip())
              .filter(account -> account.username().equalsIgnoreCase(username.strip()))
              .filter(account -> isAnother(caller, account))
              .map(Recipients::member);
    };
  }

  private List<Group> groups(Caller caller) {
    return caller.may(Scope.ADMIN) ? groups.all() : groups.of(caller.account());
  }

  private Stream<Account> members(Caller caller) {
    var shown = new HashSet<AccountId>();
    groups(caller).forEach(group -> shown.addAll(group.members()));
    return accounts.all().stream()
        .filter(account -> caller.may(Scope.ADMIN) || shown.contains(account.id()))
        .filter(account -> isAnother(caller, account));
  }

  private static boolean isAnother(Caller caller, Account account) {
    return !account.disabled() && !account.id().equals(caller.account());
  }

  private static Recipient member(Account account) {
    return new Recipient.Member(account.id(), account.username());
  }

  private static Recipient members(Group group) {
    return new Recipient.Members(group.id(), group.name());
  }
}
