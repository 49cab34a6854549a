package org.colloquy.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A way to a server that can break and be mended.
final class BreakableLink implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean broken;

  BreakableLink(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /// Cuts everything off, and lets nothing through from now on.
  void cut() {
    broken = true;
    ends.forEach(BreakableLink::hangUp);
  }

  void mend() {
    broken = false;
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        connect(door.accept());
      }
    } catch (IOException _) {
      // It was closed.
    }
  }

  private void connect(Socket near) {
    ends.add(near);
    try {
      if (broken) {
        near.close();
        return;
      }
      var far = new Socket(InetAddress.getLoopbackAddress(), target);
      ends.add(far);
      pass(near.getInputStream(), far.getOutputStream(), far);
      pass(far.getInputStream(), near.getOutputStream(), near);
    } catch (IOException _) {
      hangUp(near);
    }
  }

  private static void pass(InputStream from, OutputStream to, Socket end) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            from.transferTo(to);
          } catch (IOException _) {
            // It was cut.
          }
          hangUp(end);
        });
  }

  private static void hangUp(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
