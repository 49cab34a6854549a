package org.colloquy.server.command;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.model.Account;
import org.colloquy.server.core.group.Groups;
import org.colloquy.server.core.identity.AccountAdministration;

/// `groups ...`: accounts that belong together.
public final class GroupCommands {
  private static final String GROUP = "GROUP";
  private static final String NAME = "NAME";

  private final Owner owner;
  private final Groups groups;
  private final AccountAdministration administration;

  public GroupCommands(Owner owner, Groups groups, AccountAdministration administration) {
    this.owner = owner;
    this.groups = groups;
    this.administration = administration;
  }

  Map<Command, Action> actions() {
    return Map.of(
        Command.GROUPS_LIST, this::list,
        Command.GROUPS_ADD, this::add,
        Command.GROUPS_REMOVE, this::remove,
        Command.GROUPS_JOIN, this::join,
        Command.GROUPS_LEAVE, this::leave);
  }

  private void list(Given given, Consumer<String> say) {
    var names =
        administration.all(owner.caller()).stream()
            .collect(Collectors.toMap(Account::id, Function.identity()));
    for (var group : groups.all(owner.caller())) {
      var members =
          group.members().stream()
              .flatMap(id -> Stream.ofNullable(names.get(id)))
              .map(Account::username)
              .collect(Collectors.joining(","));
      say.accept(group.name() + "\t" + members);
    }
  }

  private void add(Given given, Consumer<String> say) {
    var group = groups.create(owner.caller(), given.get(GROUP));
    say.accept("The group %s is there.".formatted(group.name()));
  }

  private void remove(Given given, Consumer<String> say) {
    var group = groups.named(owner.caller(), given.get(GROUP));
    groups.remove(owner.caller(), group.id());
    say.accept("The group %s is gone.".formatted(group.name()));
  }

  private void join(Given given, Consumer<String> say) {
    var group = groups.named(owner.caller(), given.get(GROUP));
    var account = owner.named(given.get(NAME));
    groups.join(owner.caller(), group.id(), account.id());
    say.accept("%s is in the group %s.".formatted(account.username(), group.name()));
  }

  private void leave(Given given, Consumer<String> say) {
    var group = groups.named(owner.caller(), given.get(GROUP));
    var account = owner.named(given.get(NAME));
    groups.leave(owner.caller(), group.id(), account.id());
    say.accept("%s is not in the group %s any more.".formatted(account.username(), group.name()));
  }
}
