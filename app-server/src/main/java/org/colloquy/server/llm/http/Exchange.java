package org.colloquy.server.llm.http;

import java.io.EOFException;
import java.io.IOException;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.turn.Cancellation;

/// One request and its answer on one connection.
final class Exchange {
  private final Lease lease;
  private final Watch watch;
  private final IdleConnections idle;
  private final Cancellation.Registration registration;
  private boolean heard;
  private boolean writtenWhole = true;

  Exchange(Connection connection, Cancellation cancellation, Watch watch, IdleConnections idle) {
    this.lease = new Lease(connection);
    this.watch = watch;
    this.idle = idle;
    watch.add(lease);
    this.registration = cancellation.onCancel(lease::cancel);
  }

  Lease lease() {
    return lease;
  }

  /// Whether the provider has said anything.
  boolean heard() {
    return heard;
  }

  /// Sends the request and reads the head of the answer.
  HttpAnswer send(HttpCall call, TimeLimits limits) throws WireFailure {
    try {
      lease.check();
      lease.allow(limits.firstByte());
      write(call);
      if (!lease.fill(limits.firstByte())) {
        throw new EOFException("closed without an answer");
      }
      heard = true;
      var head = ResponseHead.read(lease, limits.firstByte());
      return new HttpAnswer(head, Body.of(head, lease, limits.idle()), this);
    } catch (IOException e) {
      throw lease.failure(e, UpstreamFault.CUT);
    }
  }

  /// Keeps the connection for the next one.
  void giveBack() {
    end();
    if (writtenWhole && lease.giveBack()) {
      idle.put(lease.connection());
    } else {
      lease.abandon();
    }
  }

  /// Closes the connection.
  void abandon() {
    end();
    lease.abandon();
  }

  /// A provider may refuse in the middle of a long request; then what it says counts.
  private void write(HttpCall call) {
    try {
      lease.connection().write(call.bytes(lease.connection().origin()));
    } catch (IOException _) {
      writtenWhole = false;
    }
  }

  private void end() {
    registration.close();
    watch.remove(lease);
  }
}
