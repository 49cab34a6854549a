package org.colloquy.server.core.privacy;

import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.cluster.Signal;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// "Never leaves this machine": the owner's switch for everybody. Those who send ask the [Exits],
/// so it holds whoever wants to send, and at once.
public final class Privacy {
  private final PrivacyStore store;
  private final Exits exits;
  private final Audit audit;
  private final Switchboard switchboard;
  private final ReentrantLock change = new ReentrantLock();

  public Privacy(PrivacyStore store, Exits exits, Audit audit, Switchboard switchboard) {
    this.store = store;
    this.exits = exits;
    this.audit = audit;
    this.switchboard = switchboard;
    switchboard.on(
        Signal.PrivacyChanged.class,
        (from, signal) -> switchboard.answer(from, signal.exchange(), this::prepare));
  }

  /// Does as was switched before, or by another server. To be called before anybody can send.
  public void prepare() {
    change.lock();
    try {
      if (store.staysHere()) {
        exits.close();
      } else {
        exits.open();
      }
    } finally {
      change.unlock();
    }
  }

  /// Whether nothing leaves this machine.
  public boolean staysHere() {
    return exits.closed();
  }

  /// From now on nothing leaves this machine; what goes on with others ends.
  public void keepHere(Caller caller) {
    change(
        caller,
        () -> {
          exits.close();
          store.put(true);
          audit.note(caller.did(AuditEvent.Action.STAYS_HERE_CHANGED, "on"));
        });
  }

  /// Others may be reached again. That is written down before anything can leave.
  public void letOut(Caller caller) {
    change(
        caller,
        () -> {
          store.put(false);
          audit.note(caller.did(AuditEvent.Action.STAYS_HERE_CHANGED, "off"));
          exits.open();
        });
  }

  private void change(Caller caller, Runnable work) {
    caller.require(Scope.ADMIN);
    change.lock();
    try {
      work.run();
    } finally {
      change.unlock();
    }
    // Not under the lock: another server may ask this one at the same moment.
    switchboard.askOthers(Signal.PrivacyChanged::new);
  }
}
