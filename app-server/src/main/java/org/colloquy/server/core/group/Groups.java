package org.colloquy.server.core.group;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// Accounts that belong together, such as those of a project. Whoever manages accounts says who.
public final class Groups {
  private static final int LONGEST_NAME = 100;

  private final GroupStore store;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public Groups(GroupStore store, Audit audit, InstantSource clock, Ids ids) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// All of them, oldest first.
  public List<Group> all(Caller caller) {
    caller.require(Scope.ADMIN);
    return store.all();
  }

  /// The group of this name, whatever its case.
  public Group named(Caller caller, String name) {
    return all(caller).stream()
        .filter(group -> group.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(Groups::notFound);
  }

  /// Makes a group without members.
  public Group create(Caller caller, String name) {
    caller.require(Scope.ADMIN);
    check(name);
    var group = store.add(new GroupId(ids.next()), name.strip(), clock.instant());
    audit.note(caller.did(Action.GROUP_MADE, group.id()));
    return group;
  }

  /// Gives a group another name.
  public Group rename(Caller caller, GroupId id, String name) {
    caller.require(Scope.ADMIN);
    check(name);
    var group = store.rename(id, name.strip()).orElseThrow(Groups::notFound);
    audit.note(caller.did(Action.GROUP_CHANGED, id));
    return group;
  }

  /// Removes a group with its quota. Its members stay.
  public void remove(Caller caller, GroupId id) {
    caller.require(Scope.ADMIN);
    if (!store.remove(id)) {
      throw notFound();
    }
    audit.note(caller.did(Action.GROUP_REMOVED, id));
  }

  /// Makes somebody a member. Who is one stays one.
  public Group join(Caller caller, GroupId id, AccountId account) {
    caller.require(Scope.ADMIN);
    var group = store.join(id, account).orElseThrow(Groups::notFound);
    audit.note(caller.did(Action.GROUP_JOINED, id + " " + account));
    return group;
  }

  /// Lets a member go.
  public void leave(Caller caller, GroupId id, AccountId account) {
    caller.require(Scope.ADMIN);
    if (!store.leave(id, account)) {
      throw notFound();
    }
    audit.note(caller.did(Action.GROUP_LEFT, id + " " + account));
  }

  private static void check(String name) {
    new Rules().filled(name, "name", LONGEST_NAME).check();
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("group"));
  }
}
