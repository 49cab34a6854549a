package org.colloquy.server.storage.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A way to the storage on which the first connections have faults, one each; later ones have none.
final class FaultyWay implements AutoCloseable {
  private static final int PIECE = 8192;
  private static final long ALL = Long.MAX_VALUE;

  /// What becomes of a connection.
  sealed interface Fault {
    /// It ends when so many bytes have been sent on it.
    record CutAfter(long bytes) implements Fault {}

    /// It ends when so many bytes have been answered on it.
    record CutAnswerAfter(long bytes) implements Fault {}

    /// Nothing is passed on; this is the answer.
    record Says(String status) implements Fault {}

    /// Nothing is passed on, and nothing is said.
    record Silent() implements Fault {}

    /// All is passed on.
    record Nothing() implements Fault {}
  }

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final Queue<Fault> faults;
  private final AtomicInteger connections = new AtomicInteger();
  private final int to;

  FaultyWay(int to, Fault... faults) throws IOException {
    this.to = to;
    this.faults = new ConcurrentLinkedQueue<>(List.of(faults));
    Thread.startVirtualThread(this::take);
  }

  int port() {
    return door.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void take() {
    try {
      while (true) {
        var client = door.accept();
        open.add(client);
        connections.incrementAndGet();
        var fault = faults.poll();
        Thread.startVirtualThread(() -> carry(client, fault == null ? new Fault.Nothing() : fault));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void carry(Socket client, Fault fault) {
    try {
      switch (fault) {
        case Fault.Nothing() -> pass(client, ALL, ALL);
        case Fault.CutAfter(var bytes) -> pass(client, bytes, ALL);
        case Fault.CutAnswerAfter(var bytes) -> pass(client, ALL, bytes);
        case Fault.Silent() -> {}
        case Fault.Says(var status) -> say(client, status);
      }
    } catch (IOException _) {
      // One of the two went away.
    }
  }

  /// After the head of the request, and what else has come by then.
  private static void say(Socket client, String status) throws IOException {
    var head = new StringBuilder();
    var in = client.getInputStream();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    var answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    client.shutdownOutput();
    in.skip(Long.MAX_VALUE);
    client.close();
  }

  private void pass(Socket client, long most, long answered) throws IOException {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), to)) {
      open.add(server);
      Thread.startVirtualThread(() -> passBack(server, client, answered));
      pass(client.getInputStream(), server, most);
    }
  }

  private static void passBack(Socket from, Socket to, long most) {
    try (to) {
      pass(from.getInputStream(), to, most);
    } catch (IOException _) {
      // One of the two went away.
    }
  }

  private static void pass(InputStream from, Socket to, long most) throws IOException {
    var piece = new byte[PIECE];
    long left = most;
    while (left > 0) {
      int read = from.read(piece, 0, (int) Math.min(PIECE, left));
      if (read < 0) {
        return;
      }
      to.getOutputStream().write(piece, 0, read);
      left -= read;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
