package org.colloquy.server.llm.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.colloquy.model.Problem.UpstreamFault;

/// A provider's answer: its head, and its body as it arrives.
public final class HttpAnswer implements AutoCloseable {
  private static final Duration REST_TIME = Duration.ofSeconds(1);
  private static final int FIRST_BYTES = 1024;
  private static final int MOST_REST_BYTES = 16 * 1024;

  private final ResponseHead head;
  private final Body body;
  private final Exchange exchange;
  private boolean handedOver;

  HttpAnswer(ResponseHead head, Body body, Exchange exchange) {
    this.head = head;
    this.body = body;
    this.exchange = exchange;
  }

  public int status() {
    return head.status();
  }

  /// A header by its name in small letters; empty when it was not sent.
  public String header(String name) {
    return head.header(name);
  }

  /// Waits for at least one byte of the body; -1 at its end.
  ///
  /// @throws CancellationException when cancelled
  public int read(byte[] into, int offset, int most) throws WireFailure {
    try {
      exchange.lease().check();
      return body.read(into, offset, most);
    } catch (IOException e) {
      throw exchange.lease().failure(e, UpstreamFault.CUT);
    }
  }

  /// The body, or its beginning when it is longer than `most` bytes.
  public byte[] beginning(int most) throws WireFailure {
    var bytes = new byte[Math.min(most, FIRST_BYTES)];
    int length = 0;
    while (length < most) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(most, length * 2));
      }
      int count = read(bytes, length, bytes.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return Arrays.copyOf(bytes, length);
  }

  /// Says that nothing more of the body is wanted, but that it should end soon. The end is awaited
  /// on another thread, so that the connection can be used again and nobody waits.
  public void finish() {
    if (body.ended() || handedOver) {
      return;
    }
    handedOver = true;
    exchange.lease().hurry(REST_TIME);
    Thread.ofVirtual().name("upstream-rest").start(this::readRest);
  }

  /// Gives the connection back when the body was read to its end, and closes it otherwise.
  @Override
  public void close() {
    if (!handedOver) {
      release();
    }
  }

  private void readRest() {
    try {
      beginning(MOST_REST_BYTES);
    } catch (WireFailure | CancellationException _) {
      // Then the connection is not used again, that is all.
    }
    release();
  }

  private void release() {
    if (body.ended() && body.leavesConnectionOpen() && head.keepsAlive()) {
      exchange.giveBack();
    } else {
      exchange.abandon();
    }
  }
}
