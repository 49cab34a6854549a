package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.cluster.Signal;
import org.colloquy.server.core.cluster.Switchboard;

/// Does with the turns of this server what somebody wishes who asked another one. That one has made
/// sure that they may.
public final class TurnsForOthers {
  /// How often a reader is told that nothing happened, who looks then whether to read on.
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

  private final RunningTurns running;
  private final Switchboard switchboard;
  private final Map<UUID, Thread> readers = new ConcurrentHashMap<>();

  public TurnsForOthers(RunningTurns running, Switchboard switchboard) {
    this.running = running;
    this.switchboard = switchboard;
  }

  /// To be called before signals come in.
  public void begin() {
    switchboard.on(Signal.Watch.class, this::watch);
    switchboard.on(Signal.Left.class, (_, signal) -> left(signal.exchange()));
    switchboard.on(
        Signal.Cancel.class,
        (from, signal) ->
            switchboard.answer(
                from,
                signal.exchange(),
                () -> running.get(signal.turn()).stop(RunningTurn.Stop.PERSON)));
    switchboard.on(
        Signal.Decide.class,
        (from, signal) -> switchboard.answer(from, signal.exchange(), () -> decide(signal)));
    switchboard.whenTakenForDead(running::abandon);
  }

  private void watch(int reader, Signal.Watch signal) {
    readers.put(signal.exchange(), Thread.currentThread());
    try {
      var following = running.get(signal.turn()).log().from(signal.after(), SIGN_OF_LIFE);
      TurnAccess.Next next;
      do {
        next = following.next();
        switchboard.tell(reader, new Signal.Piece(signal.exchange(), next.events(), next.last()));
      } while (!next.last());
    } catch (ProblemException e) {
      switchboard.tell(reader, new Signal.Done(signal.exchange(), e.problem()));
    } catch (InterruptedException _) {
      // The reader has gone.
    } finally {
      readers.remove(signal.exchange());
    }
  }

  private void left(UUID exchange) {
    var reader = readers.get(exchange);
    if (reader != null) {
      reader.interrupt();
    }
  }

  private void decide(Signal.Decide signal) {
    var answer = ApprovalAnswer.valueOf(signal.answer());
    if (!running
        .get(signal.turn())
        .decide(signal.call(), new Approval.Decision(signal.by(), answer))) {
      throw new ProblemException(new Problem.NotFound("call"));
    }
  }
}
