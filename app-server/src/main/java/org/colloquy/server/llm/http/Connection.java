package org.colloquy.server.llm.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.outbound.GuardedSocket;
import org.colloquy.server.outbound.RefusedException;
import org.jspecify.annotations.Nullable;

/// A connection to a provider, with the bytes that were read from it and not used yet.
///
/// One thread reads and writes; any thread may [#abort] it.
final class Connection {
  private static final int BUFFER_BYTES = 8 * 1024;

  private final Origin origin;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private volatile @Nullable GuardedSocket raw;
  private volatile boolean aborted;

  Connection(Origin origin) {
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  /// Makes the connection. After a failure another address may be tried.
  void connect(GuardedSocket socket, InetSocketAddress address, Duration limit) throws IOException {
    raw = socket;
    if (aborted) {
      abandon(socket);
      throw new SocketException("aborted");
    }
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, (int) limit.toMillis());
    } catch (IOException e) {
      abandon(socket);
      throw e;
    }
    use(socket);
  }

  /// Makes it secure: the server must prove that it has the name it was called by.
  void secure(SSLSocketFactory factory) throws IOException {
    var socket = (SSLSocket) factory.createSocket(connected(), origin.host(), origin.port(), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    use(socket);
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// Whether [#next] answers without waiting for the provider.
  boolean buffered() {
    return position < limit;
  }

  /// Waits for more bytes when all are used; false at the end.
  boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  /// The next byte; only after [#fill] was true, or when [#buffered].
  int next() {
    return buffer[position++] & 0xFF;
  }

  /// Moves bytes that were read already; at least one after [#fill] was true.
  int move(byte[] into, int offset, int most) {
    var count = Math.min(most, limit - position);
    System.arraycopy(buffer, position, into, offset, count);
    position += count;
    return count;
  }

  /// Where it leads.
  InetAddress address() {
    return connected().getInetAddress();
  }

  /// Why it must not be used any more; empty while it may.
  Optional<RefusedException> refusal() {
    var socket = raw;
    return socket == null ? Optional.empty() : socket.refusal();
  }

  /// Whether the provider said something that nobody asked for while it was idle, such as farewell.
  ///
  /// Whether it closed the connection without a word shows when it is used. To look for that first,
  /// a socket must wait at least a millisecond, which every good connection would have to pay for.
  boolean stale() {
    try {
      return aborted || buffered() || connected().getInputStream().available() > 0;
    } catch (IOException _) {
      return true;
    }
  }

  /// Closes it at once, without a farewell; a thread that waits for it wakes.
  void abort() {
    aborted = true;
    var socket = raw;
    if (socket != null) {
      abandon(socket);
    }
  }

  private void use(Socket socket) throws IOException {
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  private GuardedSocket connected() {
    return Objects.requireNonNull(raw, "not connected");
  }

  private static void abandon(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is of no use any more, whatever it says.
    }
  }
}
