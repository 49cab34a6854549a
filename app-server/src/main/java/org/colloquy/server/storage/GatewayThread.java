package org.colloquy.server.storage;

/// A thread that may touch H2. Only the gateway knows it, so nobody interrupts it.
final class GatewayThread extends Thread {
  GatewayThread(String name, Runnable loop) {
    super(loop, name);
    setDaemon(true);
  }

  /// Whether the caller is on such a thread, where waiting for another one could last forever.
  static boolean isCurrent() {
    return Thread.currentThread() instanceof GatewayThread;
  }

  /// Waits for its end, interrupted or not.
  void awaitEnd() {
    boolean interrupted = false;
    while (isAlive()) {
      try {
        join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
