package org.colloquy.server.core.erasure;

import java.util.List;
import org.colloquy.model.Account;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.erasure.ErasureStore.Erased;
import org.colloquy.server.core.identity.AccountRemover;
import org.colloquy.server.core.identity.AccountStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.ErasureReport;
import org.colloquy.server.core.identity.Letters;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.table.DataTables;

/// Forgets a person: everything their account has, wherever it is kept.
public final class Erasures implements AccountRemover {
  private final ErasureStore store;
  private final AccountStore accounts;
  private final List<RunningWork> running;
  private final Traces traces;
  private final Audit audit;

  public Erasures(
      ErasureStore store,
      AccountStore accounts,
      List<RunningWork> running,
      Traces traces,
      Audit audit) {
    this.store = store;
    this.accounts = accounts;
    this.running = List.copyOf(running);
    this.traces = traces;
    this.audit = audit;
  }

  /// Where an account leaves something outside of the database.
  public record Traces(
      FileContents contents,
      Documents documents,
      DataTables tables,
      Letters letters,
      Copies copies) {}

  /// Erases everything the caller has, and the account itself unless it is an owner's, which stays
  /// as an empty one.
  ///
  /// @param username typed again, so that it does not happen by mistake
  public ErasureReport erase(Caller caller, String username) {
    caller.requirePerson();
    var account = accounts.find(caller.account()).orElseThrow(Erasures::gone);
    if (!account.username().equalsIgnoreCase(username.strip())) {
      throw new ProblemException(
          new Problem.Invalid("username", "This is not the username of your account."));
    }
    boolean stays = account.role() == AccountRole.OWNER;
    if (!stays) {
      accounts.changeAccess(account.id(), new AccountStore.Access(account.role(), true));
    }
    running.forEach(work -> work.stop(account.id()));
    var report = stays ? finish(account, store.empty(account.id())) : remove(account);
    audit.note(caller.did(Action.ERASED, account.id()));
    return report;
  }

  @Override
  public ErasureReport remove(Account account) {
    return finish(account, store.remove(account.id()));
  }

  /// Files that are left when the program ends here are removed at the next start.
  private ErasureReport finish(Account account, Erased erased) {
    traces.contents().release(erased.files());
    traces.documents().collect();
    traces.tables().collect();
    traces.letters().destroyFor(account.number());
    return new ErasureReport(
        erased.conversations(),
        erased.messages(),
        erased.files().size(),
        erased.memories(),
        erased.keys(),
        traces.copies().known());
  }

  private static ProblemException gone() {
    return new ProblemException(new Problem.NotSignedIn(Problem.NotSignedIn.Why.NO_ACCOUNT));
  }
}
