package org.colloquy.server.core.audit;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.AccountId;

/// The audit log: what was done with accounts, keys and data, for good and in order.
public final class AuditLog implements Audit {
  private static final int AT_ONCE = 1_000;

  private final AuditStore store;
  private final InstantSource clock;

  public AuditLog(AuditStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void note(AuditEvent event) {
    var now = clock.instant();
    store.append(head -> AuditChain.following(head, event, now));
  }

  /// The wanted entries before this number, newest first.
  public List<AuditEntry> before(AuditFilter wanted, long number, int most) {
    return store.before(wanted, number, most);
  }

  /// An account's entries before this number, newest first.
  public List<AuditEntry> of(AccountId account, long before, int most) {
    return store.before(AuditFilter.ALL.of(account), before, most);
  }

  /// Looks through the whole log.
  public AuditCheck check() {
    return through(new AuditWalk(null));
  }

  /// As [#check], and whether an end that was kept somewhere else is still in the log.
  public AuditCheck checkExpecting(String hash) {
    return through(new AuditWalk(hash));
  }

  private AuditCheck through(AuditWalk walk) {
    var end = store.head();
    while (walk.head().number() < end.number()) {
      long left = end.number() - walk.head().number();
      var entries = store.after(walk.head().number(), (int) Math.min(left, AT_ONCE));
      if (entries.isEmpty() || !walk.passes(entries)) {
        return walk.brokenAt(walk.head().number() + 1);
      }
    }
    return walk.head().equals(end) ? walk.intact() : walk.brokenAt(end.number());
  }
}
