package org.colloquy.server.llm.http;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.colloquy.model.Problem.UpstreamFault;

/// The bytes of an answer, without their framing.
abstract sealed class Body {
  final Lease lease;
  final Duration patience;
  private boolean ended;

  private Body(Lease lease, Duration patience) {
    this.lease = lease;
    this.patience = patience;
  }

  /// The body that goes with a head.
  static Body of(ResponseHead head, Lease lease, Duration patience) throws WireFailure {
    var encoding = head.header("transfer-encoding");
    if (head.status() == 204 || head.status() == 304) {
      return new Measured(lease, patience, 0);
    }
    if (encoding.equalsIgnoreCase("chunked")) {
      return new Chunked(lease, patience);
    }
    if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
      throw new WireFailure(UpstreamFault.NONSENSE, "an unknown transfer encoding");
    }
    var length = head.header("content-length");
    return length.isEmpty()
        ? new UntilClosed(lease, patience)
        : new Measured(lease, patience, parsed(length));
  }

  /// Waits for at least one byte; -1 at the end.
  int read(byte[] into, int offset, int most) throws IOException {
    if (ended) {
      return -1;
    }
    var count = more(into, offset, most);
    ended = count < 0;
    return count;
  }

  boolean ended() {
    return ended;
  }

  abstract int more(byte[] into, int offset, int most) throws IOException;

  /// Whether the connection is still good when the body has ended.
  abstract boolean leavesConnectionOpen();

  final void need() throws IOException {
    if (!lease.fill(patience)) {
      throw new EOFException("ended within its body");
    }
  }

  private static long parsed(String length) throws WireFailure {
    if (!length.matches("\\d{1,18}")) {
      throw new WireFailure(UpstreamFault.NONSENSE, "an unreadable length");
    }
    return Long.parseLong(length);
  }

  /// A body of a known length.
  private static final class Measured extends Body {
    private long left;

    Measured(Lease lease, Duration patience, long length) {
      super(lease, patience);
      this.left = length;
    }

    @Override
    int more(byte[] into, int offset, int most) throws IOException {
      if (left == 0) {
        return -1;
      }
      need();
      var count = lease.connection().move(into, offset, (int) Math.min(most, left));
      left -= count;
      return count;
    }

    @Override
    boolean leavesConnectionOpen() {
      return true;
    }
  }

  /// A body that ends with the connection.
  private static final class UntilClosed extends Body {
    UntilClosed(Lease lease, Duration patience) {
      super(lease, patience);
    }

    @Override
    int more(byte[] into, int offset, int most) throws IOException {
      return lease.fill(patience) ? lease.connection().move(into, offset, most) : -1;
    }

    @Override
    boolean leavesConnectionOpen() {
      return false;
    }
  }

  /// A body in pieces that each tell their length.
  private static final class Chunked extends Body {
    private static final int MOST_EXTENSION_BYTES = 4096;
    private static final int MOST_TRAILER_BYTES = 64 * 1024;
    private static final int MOST_DIGITS = 15;

    private long left;
    private boolean begun;

    Chunked(Lease lease, Duration patience) {
      super(lease, patience);
    }

    @Override
    int more(byte[] into, int offset, int most) throws IOException {
      if (left == 0) {
        if (begun) {
          endOfLine(byteNow());
        }
        begun = true;
        left = size();
        if (left == 0) {
          skipTrailers();
          return -1;
        }
      }
      need();
      var count = lease.connection().move(into, offset, (int) Math.min(most, left));
      left -= count;
      return count;
    }

    @Override
    boolean leavesConnectionOpen() {
      return true;
    }

    private int byteNow() throws IOException {
      need();
      return lease.connection().next();
    }

    private long size() throws IOException {
      long size = 0;
      int digits = 0;
      int c = byteNow();
      for (int digit = Character.digit(c, 16); digit >= 0; digit = Character.digit(c, 16)) {
        size = size * 16 + digit;
        digits++;
        c = byteNow();
      }
      if (digits == 0 || digits > MOST_DIGITS) {
        throw new WireFailure(UpstreamFault.NONSENSE, "broken chunks");
      }
      skipExtension(c);
      return size;
    }

    private void skipExtension(int first) throws IOException {
      int c = first;
      if (c == ';' || c == ' ' || c == '\t') {
        for (int skipped = 0; c != '\r' && c != '\n'; skipped++) {
          if (skipped > MOST_EXTENSION_BYTES) {
            throw new WireFailure(UpstreamFault.NONSENSE, "broken chunks");
          }
          c = byteNow();
        }
      }
      endOfLine(c);
    }

    private void endOfLine(int first) throws IOException {
      if ((first == '\r' ? byteNow() : first) != '\n') {
        throw new WireFailure(UpstreamFault.NONSENSE, "broken chunks");
      }
    }

    private void skipTrailers() throws IOException {
      var lines = new ResponseHead.HeadLines(lease, patience, MOST_TRAILER_BYTES);
      while (!lines.next().isEmpty()) {
        // Nothing in a trailer is of use here.
      }
    }
  }
}
