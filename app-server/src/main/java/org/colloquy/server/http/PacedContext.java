package org.colloquy.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// A connection as Helidon's HTTP sees it, with an eye on how long every read and write takes.
final class PacedContext implements ConnectionContext {
  /// What is written at once, so that a reader who takes a long answer slowly is told apart from
  /// one who takes nothing.
  private static final int PIECE = 16 * 1024;

  private final ConnectionContext connection;
  private final Pace pace;
  private final DataReader reader = DataReader.create(this::read);
  private final DataWriter writer = new PacedWriter();

  PacedContext(ConnectionContext connection, Pace pace) {
    this.connection = connection;
    this.pace = pace;
  }

  /// The pace of a connection that was accepted by [OpenConnections].
  static Pace paceOf(ConnectionContext context) {
    return ((PacedContext) context).pace;
  }

  private byte @Nullable [] read() {
    var source = connection.dataReader();
    int bytes = 0;
    pace.readingBegins();
    try {
      source.ensureAvailable();
      bytes = source.available();
    } catch (DataReader.InsufficientDataAvailableException _) {
      return null; // the end
    } finally {
      pace.readingEnded(bytes);
    }
    return source.readBytes(bytes);
  }

  private void write(BufferData data) {
    if (data.available() <= PIECE) {
      writePiece(data);
      return;
    }
    while (data.available() > 0) {
      var piece = new byte[Math.min(PIECE, data.available())];
      int length = data.read(piece);
      writePiece(BufferData.create(piece, 0, length));
    }
  }

  private void writePiece(BufferData piece) {
    int bytes = piece.available();
    pace.writingBegins();
    try {
      connection.dataWriter().writeNow(piece);
    } finally {
      pace.writingEnded(bytes);
    }
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public DataWriter dataWriter() {
    return writer;
  }

  @Override
  public ListenerContext listenerContext() {
    return connection.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return connection.executor();
  }

  @Override
  public Router router() {
    return connection.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return connection.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return connection.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return connection.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return connection.localPeer();
  }

  @Override
  public boolean isSecure() {
    return connection.isSecure();
  }

  @Override
  public String socketId() {
    return connection.socketId();
  }

  @Override
  public String childSocketId() {
    return connection.childSocketId();
  }

  /// Writes at once whatever it is given.
  private final class PacedWriter implements DataWriter {
    @Override
    public void write(BufferData... buffers) {
      writeNow(buffers);
    }

    @Override
    public void write(BufferData buffer) {
      writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
      PacedContext.this.write(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
      PacedContext.this.write(buffer);
    }
  }
}
