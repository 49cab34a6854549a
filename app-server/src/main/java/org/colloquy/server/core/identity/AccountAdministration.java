package org.colloquy.server.core.identity;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.jspecify.annotations.Nullable;

/// Says who may be here, and as what. There is always an owner who is not disabled.
public final class AccountAdministration {
  private final AccountStore store;
  private final List<RunningWork> running;
  private final AccountRemover remover;
  private final Audit audit;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /// @param running ends when its account may not be here any more
  public AccountAdministration(
      AccountStore store, List<RunningWork> running, AccountRemover remover, Audit audit) {
    this.store = store;
    this.running = List.copyOf(running);
    this.remover = remover;
    this.audit = audit;
  }

  /// What an account may be from now on; null leaves a field as it is.
  public record Change(@Nullable AccountRole role, @Nullable Boolean disabled) {}

  /// Everybody, by number.
  public List<Account> all(Caller caller) {
    caller.require(Scope.ADMIN);
    return store.all();
  }

  /// The account that goes by a name or an e-mail address.
  public Account named(Caller caller, String name) {
    caller.require(Scope.ADMIN);
    return store.findByName(name.strip()).orElseThrow(AccountAdministration::notFound);
  }

  /// Gives an account another role, shuts it out or lets it in again. Somebody who is shut out is
  /// not signed in any more from this moment on, and what is being said to them ends.
  public Account change(Caller caller, AccountId id, Change change) {
    caller.require(Scope.ADMIN);
    oneAtATime.lock();
    try {
      var account = find(id);
      var access =
          new AccountStore.Access(
              change.role() == null ? account.role() : change.role(),
              change.disabled() == null ? account.disabled() : change.disabled());
      if (access.role() != AccountRole.OWNER || access.disabled()) {
        leaveAnOwnerBeside(account);
      }
      return changed(caller, account, access);
    } finally {
      oneAtATime.unlock();
    }
  }

  /// Removes an account with everything it has, for itself or for somebody who manages accounts.
  public ErasureReport remove(Caller caller, AccountId id) {
    if (!caller.account().equals(id) && !caller.may(Scope.ADMIN)) {
      throw notFound();
    }
    oneAtATime.lock();
    try {
      var account = find(id);
      leaveAnOwnerBeside(account);
      store.changeAccess(id, new AccountStore.Access(account.role(), true));
      stopWork(id);
      var report = remover.remove(account);
      audit.note(caller.did(Action.ACCOUNT_REMOVED, id));
      return report;
    } finally {
      oneAtATime.unlock();
    }
  }

  private Account changed(Caller caller, Account before, AccountStore.Access access) {
    var id = before.id();
    var after = store.changeAccess(id, access).orElseThrow(AccountAdministration::notFound);
    if (after.disabled()) {
      stopWork(id);
    }
    if (after.role() != before.role()) {
      audit.note(caller.did(Action.ROLE_CHANGED, id));
    }
    if (after.disabled() != before.disabled()) {
      audit.note(
          caller.did(after.disabled() ? Action.ACCOUNT_DISABLED : Action.ACCOUNT_ENABLED, id));
    }
    return after;
  }

  private void leaveAnOwnerBeside(Account account) {
    if (runsThis(account)
        && store.all().stream()
            .noneMatch(other -> runsThis(other) && !other.id().equals(account.id()))) {
      throw new ProblemException(new Problem.NotAllowed("there has to be an owner"));
    }
  }

  private static boolean runsThis(Account account) {
    return account.role() == AccountRole.OWNER && !account.disabled();
  }

  private void stopWork(AccountId id) {
    running.forEach(work -> work.stop(id));
  }

  private Account find(AccountId id) {
    return store.find(id).orElseThrow(AccountAdministration::notFound);
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("account"));
  }
}
