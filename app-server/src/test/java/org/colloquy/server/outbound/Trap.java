package org.colloquy.server.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Waits at one port of several addresses of this computer for somebody who should not come.
public final class Trap implements AutoCloseable {
  private final List<ServerSocket> sockets = new ArrayList<>();
  private final AtomicInteger caught = new AtomicInteger();
  private int knocks;
  private final InetAddress other = otherAddress();
  private final int port;

  public Trap() {
    try {
      var first = listening(InetAddress.ofLiteral("127.0.0.1"), 0);
      port = first.getLocalPort();
      listening(InetAddress.ofLiteral("::1"), port);
      listening(other, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An address of this computer beside the usual ones: one in its network if it is in any.
  public static InetAddress otherAddress() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .findFirst()
          .orElse(InetAddress.ofLiteral("127.0.0.2"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /// Its address that is not the usual one.
  public InetAddress other() {
    return other;
  }

  /// Who came, after knocking at every door: those knocks are heard after everybody else's.
  public int caught() {
    try {
      for (var socket : sockets) {
        try (var knock = new Socket(socket.getInetAddress(), port)) {
          knock.getInputStream().read();
        }
        knocks++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return caught.get() - knocks;
  }

  private ServerSocket listening(InetAddress address, int wanted) throws IOException {
    var socket = new ServerSocket();
    sockets.add(socket);
    socket.bind(new InetSocketAddress(address, wanted));
    Thread.ofVirtual()
        .name("trap")
        .start(() -> {
          while (!socket.isClosed()) {
            try (var _ = socket.accept()) {
              caught.incrementAndGet();
            } catch (IOException _) {
              return; // it is closed
            }
          }
        });
    return socket;
  }

  @Override
  public void close() {
    for (var socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
