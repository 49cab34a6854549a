package org.colloquy.desktop.ui.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.QuotaHolder;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// What accounts and groups are called.
///
/// @param accounts by their ids, the oldest first
/// @param groups by their ids, the oldest first
record PeopleNames(Map<UUID, String> accounts, Map<UUID, String> groups) {
  static final PeopleNames NOBODY = new PeopleNames(Map.of(), Map.of());

  /// Asks for them. Blocks.
  static PeopleNames of(PeopleClient client) {
    var accounts = new LinkedHashMap<UUID, String>();
    client.accounts().forEach(account -> accounts.put(account.id(), account.username()));
    var groups = new LinkedHashMap<UUID, String>();
    client.groups().forEach(group -> groups.put(group.id(), group.name()));
    return new PeopleNames(accounts, groups);
  }

  /// Everybody and everything that can have a quota of its own.
  Stream<QuotaHolder> holders() {
    return Stream.concat(
        accounts.keySet().stream().map(QuotaHolder.Person::new),
        groups.keySet().stream().map(QuotaHolder.Group::new));
  }

  /// Those whose things can be looked at: all of them, which null stands for, or one.
  List<@Nullable UUID> choices() {
    var all = new ArrayList<@Nullable UUID>();
    all.add(null);
    all.addAll(accounts.keySet());
    return all;
  }

  String of(QuotaHolder holder) {
    return switch (holder) {
      case QuotaHolder.Everybody() -> Text.of("people.everybody");
      case QuotaHolder.Person(var account) -> account(account);
      case QuotaHolder.Group(var group) -> group(group);
    };
  }

  /// Who has gone since is named by the id.
  String account(UUID id) {
    return accounts.getOrDefault(id, id.toString());
  }

  String group(UUID id) {
    return Text.of("people.group", groups.getOrDefault(id, id.toString()));
  }
}
