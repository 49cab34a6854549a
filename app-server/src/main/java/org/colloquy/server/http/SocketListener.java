package org.colloquy.server.http;

/// Listens to one WebSocket. What is said is told one after the other, on a thread on which it may
/// be answered at leisure.
public interface SocketListener {
  /// Somebody said something.
  void said(String text);

  /// Somebody sent bytes that are no text. They were thrown away.
  void sentBytes();

  /// Comes every few seconds: time to see whether the one on the other side may still be here.
  default void beat() {}

  /// The socket is closed or lost. May come while something that was said is being answered.
  void gone();

  /// Listens to nothing: for sockets that were closed as soon as they were opened.
  SocketListener NOBODY =
      new SocketListener() {
        @Override
        public void said(String text) {}

        @Override
        public void sentBytes() {}

        @Override
        public void gone() {}
      };
}
