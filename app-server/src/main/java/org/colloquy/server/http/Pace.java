package org.colloquy.server.http;

import java.util.Optional;

/// How fast one client is: whether its head, its body and its reading come along in time.
///
/// A head has a deadline as a whole, however its bytes trickle in. While a request is handled,
/// nothing is expected but what the handler waits for: bytes of a body, or that bytes of the answer
/// are taken.
final class Pace {
  private final ConnectionLimits limits;
  private final Patience incoming;
  private final Patience outgoing;
  private volatile Expected expected = Expected.HEAD;
  private volatile long headDue;

  Pace(ConnectionLimits limits) {
    this.limits = limits;
    this.incoming = new Patience(limits.silence(), limits.bytesASecond());
    this.outgoing = new Patience(limits.silence(), limits.bytesASecond());
    this.headDue = System.nanoTime() + limits.head().toNanos();
  }

  /// What may come next.
  private enum Expected {
    /// The rest of a head.
    HEAD,
    /// Another request, or nothing.
    NEXT_REQUEST,
    /// What is being waited for.
    MORE,
    /// Anything at any time.
    ANYTHING
  }

  /// What somebody is too slow with.
  enum Slow {
    HEAD("did not send the head of a request in time"),
    REQUEST("were kept open for no request"),
    BODY("sent what they had begun too slowly"),
    READING("read an answer too slowly");

    private final String what;

    Slow(String what) {
      this.what = what;
    }

    /// As the end of a sentence about connections.
    String what() {
      return what;
    }
  }

  /// A head is whole, or something else has begun that is waited for byte by byte.
  void expectMore() {
    expected = Expected.MORE;
  }

  /// A request is over; there may be another one.
  void expectNextRequest() {
    headDue = System.nanoTime() + limits.idle().toNanos();
    expected = Expected.NEXT_REQUEST;
  }

  /// Nothing is waited for. Somebody else looks whether the client is still there.
  void expectAnything() {
    expected = Expected.ANYTHING;
  }

  void readingBegins() {
    if (expected == Expected.MORE) {
      incoming.begin();
    }
  }

  void readingEnded(int bytes) {
    if (expected == Expected.MORE) {
      incoming.end(bytes);
    } else if (expected == Expected.NEXT_REQUEST && bytes > 0) {
      headDue = System.nanoTime() + limits.head().toNanos();
      expected = Expected.HEAD;
    }
  }

  void writingBegins() {
    outgoing.begin();
  }

  void writingEnded(int bytes) {
    outgoing.end(bytes);
  }

  /// What the client is too slow with by now; empty while it is not.
  Optional<Slow> slow(long now) {
    if (outgoing.isOver(now)) {
      return Optional.of(Slow.READING);
    }
    return switch (expected) {
      case HEAD -> now - headDue > 0 ? Optional.of(Slow.HEAD) : Optional.empty();
      case NEXT_REQUEST -> now - headDue > 0 ? Optional.of(Slow.REQUEST) : Optional.empty();
      case MORE -> incoming.isOver(now) ? Optional.of(Slow.BODY) : Optional.empty();
      case ANYTHING -> Optional.empty();
    };
  }
}
