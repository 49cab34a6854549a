package org.colloquy.server.core.cluster;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.RunningWork;

/// What goes on for accounts at the other servers.
public final class StopElsewhere implements RunningWork {
  private final Switchboard switchboard;

  /// @param here ends when another server says so
  public StopElsewhere(Switchboard switchboard, List<RunningWork> here) {
    this.switchboard = switchboard;
    switchboard.on(
        Signal.StopWork.class,
        (from, signal) ->
            switchboard.answer(
                from, signal.exchange(), () -> here.forEach(work -> work.stop(signal.account()))));
  }

  @Override
  public void stop(AccountId account) {
    switchboard.askOthers(exchange -> new Signal.StopWork(exchange, account));
  }
}
