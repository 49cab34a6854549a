package org.colloquy.server.core.turn;

import java.util.ArrayList;
import java.util.List;

/// Lets one thread stop what another one waits for.
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /// Runs `action` when cancelled, or now if that has happened already. The action must not block.
  ///
  /// @return takes the action back
  public Registration onCancel(Runnable action) {
    synchronized (actions) {
      if (!cancelled) {
        actions.add(action);
        return () -> forget(action);
      }
    }
    action.run();
    return () -> {};
  }

  /// Cancels; a second time changes nothing.
  public void cancel() {
    List<Runnable> due;
    synchronized (actions) {
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  public boolean cancelled() {
    synchronized (actions) {
      return cancelled;
    }
  }

  private void forget(Runnable action) {
    synchronized (actions) {
      actions.remove(action);
    }
  }

  /// An action that can be taken back.
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
