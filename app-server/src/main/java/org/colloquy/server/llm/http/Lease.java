package org.colloquy.server.llm.http;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.colloquy.model.Problem.UpstreamFault;

/// The use of one connection for one exchange. It ends once: given back, cancelled or timed out;
/// who comes late cannot harm the next exchange on the same connection.
final class Lease {
  private final Connection connection;
  private volatile State state = State.RUNNING;
  private volatile long deadline;
  private volatile boolean timed;
  private volatile boolean hurried;

  Lease(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /// Starts the clock: the exchange times out unless [#allow] is called again in time.
  ///
  /// The watch does the timing because a time limit on every single read costs a quarter more CPU
  /// per word.
  void allow(Duration time) {
    if (!hurried) {
      deadline = System.nanoTime() + time.toNanos();
      timed = true;
    }
  }

  /// Sets the end for good: [#allow] does not move it any more.
  void hurry(Duration time) {
    allow(time);
    hurried = true;
  }

  /// Waits for more bytes; false at the end.
  boolean fill(Duration patience) throws IOException {
    if (connection.buffered()) {
      return true;
    }
    allow(patience);
    return connection.fill();
  }

  /// Called by the watch.
  void timeOutIfDue(long now) {
    if (timed && now - deadline > 0) {
      end(State.TIMED_OUT);
    }
  }

  void cancel() {
    end(State.CANCELLED);
  }

  /// Ends it well; false when it had ended otherwise.
  boolean giveBack() {
    return become(State.GIVEN_BACK);
  }

  /// Ends it and closes the connection.
  void abandon() {
    end(State.GIVEN_BACK);
  }

  boolean running() {
    return state == State.RUNNING;
  }

  /// What a failed operation on the connection means.
  ///
  /// @param fault what it means when nobody ended the exchange
  WireFailure failure(IOException cause, UpstreamFault fault) {
    return switch (state) {
      case CANCELLED -> throw new CancellationException("cancelled");
      case TIMED_OUT -> new WireFailure(UpstreamFault.TIMEOUT, "the time limit was reached");
      case RUNNING, GIVEN_BACK ->
          cause instanceof WireFailure known ? known : new WireFailure(fault, reason(cause));
    };
  }

  /// A connection that the guard closed broke for the guard's reason.
  private IOException reason(IOException cause) {
    return connection.refusal().<IOException>map(refused -> refused).orElse(cause);
  }

  /// Throws when it was ended meanwhile.
  void check() throws WireFailure {
    if (!running()) {
      throw failure(new SocketException("closed"), UpstreamFault.CUT);
    }
  }

  private void end(State how) {
    if (become(how)) {
      connection.abort();
    }
  }

  private synchronized boolean become(State end) {
    if (state != State.RUNNING) {
      return false;
    }
    state = end;
    return true;
  }

  private enum State {
    RUNNING,
    GIVEN_BACK,
    CANCELLED,
    TIMED_OUT
  }
}
