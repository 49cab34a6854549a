package org.colloquy.desktop.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/// A line to a server that can be cut and mended.
public final class Line implements AutoCloseable {
  private final int to;
  private final int port;
  private final String scheme;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocketFactory sockets;
  private Listening listening;

  private record Listening(ServerSocket socket, Thread accepting) {}

  public Line(URI server) {
    this(server, "http", ServerSocketFactory.getDefault());
  }

  /// A line on which nobody can read along.
  ///
  /// @param sockets show who answers
  public Line(URI server, SSLServerSocketFactory sockets) {
    this(server, "https", sockets);
  }

  private Line(URI server, String scheme, ServerSocketFactory sockets) {
    to = server.getPort();
    this.scheme = scheme;
    this.sockets = sockets;
    listening = listen(0);
    port = listening.socket().getLocalPort();
  }

  public URI address() {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  private Listening listen(int wanted) {
    try {
      var socket = sockets.createServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return new Listening(socket, Thread.ofVirtual().start(() -> accept(socket)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        var caller = socket.accept();
        if (socket.isClosed()) {
          caller.close();
          return;
        }
        var server = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(caller);
        open.add(server);
        Thread.ofVirtual().start(() -> carry(caller, server));
        Thread.ofVirtual().start(() -> carry(server, caller));
      }
    } catch (IOException _) {
      // It was cut.
    }
  }

  private void carry(Socket from, Socket into) {
    try (from;
        into) {
      from.getInputStream().transferTo(into.getOutputStream());
    } catch (IOException _) {
      // One of them hung up.
    }
    open.remove(from);
    open.remove(into);
  }

  public void cut() {
    try {
      listening.socket().close();
      listening.accepting().join(); // until then the port is not free
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// From now on somebody else answers.
  public void mend(SSLServerSocketFactory others) {
    sockets = others;
    mend();
  }

  public void mend() {
    listening = listen(port);
  }

  @Override
  public void close() {
    cut();
  }
}
