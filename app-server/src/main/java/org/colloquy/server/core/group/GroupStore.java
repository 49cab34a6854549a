package org.colloquy.server.core.group;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;

/// Keeps groups. Their names are unique, whatever their case.
public interface GroupStore {
  /// Adds one without members.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `name` when it is taken
  Group add(GroupId id, String name, Instant now);

  /// All of them, oldest first.
  List<Group> all();

  /// Those that an account is in, oldest first.
  List<Group> of(AccountId account);

  /// Gives it another name; empty when it is not there.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict with `name` when it is taken
  Optional<Group> rename(GroupId id, String name);

  /// Removes it with its quota, not its members; false when it is gone already.
  boolean remove(GroupId id);

  /// Makes somebody a member; empty when there is no such group or account. Who is one stays one.
  Optional<Group> join(GroupId id, AccountId account);

  /// Lets a member go; false when there was none.
  boolean leave(GroupId id, AccountId account);
}
