package org.colloquy.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.ClientWsFrame;
import io.helidon.websocket.WsCloseException;
import io.helidon.websocket.WsOpCode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.turn.SinkClosed;
import org.colloquy.server.http.IncomingMessage.Received;
import org.jspecify.annotations.Nullable;

/// A connection that became a WebSocket. Its thread does nothing but read, so that a ping or a
/// goodbye is heard while an answer is being said.
final class SocketConnection implements ServerConnection, Heartbeat {
  /// The largest message, in bytes; the core says more precisely what it takes.
  static final int LARGEST_MESSAGE = 2 * 1024 * 1024;

  private static final int LONGEST_CONTROL = 125;

  /// How much is still read from somebody who was refused, so that they can hear why.
  private static final int THROWN_AWAY = 16 * 1024 * 1024;

  /// How many heartbeats somebody has to say goodbye in return.
  private static final int PATIENCE = 2;

  private final ConnectionContext context;
  private final Endpoint.Socket endpoint;
  private final OpenSockets sockets;
  private final Incidents incidents;
  private final FrameWriter writer;
  private final WebSocket socket;
  private final Inbox inbox = new Inbox(LARGEST_MESSAGE, this::tell);
  private final IncomingMessage message = new IncomingMessage(LARGEST_MESSAGE);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final FrameRate rate = new FrameRate();
  private final Pace pace;
  private volatile SocketListener listener = SocketListener.NOBODY;
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean heardSomething = true;
  private int beatsSinceClosed; // of the heartbeats alone
  private volatile @Nullable Thread reader;

  SocketConnection(
      ConnectionContext context,
      UriQuery query,
      Visitor visitor,
      Endpoint.Socket endpoint,
      OpenSockets sockets,
      Incidents incidents) {
    this.context = context;
    this.pace = PacedContext.paceOf(context);
    this.endpoint = endpoint;
    this.sockets = sockets;
    this.incidents = incidents;
    this.writer = new FrameWriter(context.dataWriter());
    this.socket = new WebSocket(query, visitor, writer);
  }

  @Override
  public void handle(Limit limit) {
    reader = Thread.currentThread();
    pace.expectAnything();
    sockets.add(this);
    try {
      open();
      listen();
    } catch (DataReader.InsufficientDataAvailableException
        | UncheckedIOException
        | ServerConnectionException _) {
      // The other side went without a word.
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      writer.lost();
      inbox.close();
      sockets.remove(this);
      leave();
      ended.countDown();
    }
  }

  private void open() {
    try {
      listener = endpoint.handler().open(socket);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void leave() {
    try {
      listener.gone();
    } catch (RuntimeException e) {
      incidents.log(endpoint, e);
    }
  }

  /// Since when nothing was heard, and nothing was taken of what was said. Somebody who is still
  /// there answers a ping.
  @Override
  public Duration idleTime() {
    long now = System.nanoTime();
    return Duration.ofNanos(Math.min(now - lastHeard, now - writer.lastTaken()));
  }

  /// Hangs up: an interrupted reader closes the connection.
  @Override
  public void close(boolean interrupt) {
    var thread = reader;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean beat() {
    boolean silent = !heardSomething;
    heardSomething = false;
    if (ended.getCount() == 0) {
      return false;
    }
    if (writer.closed()) {
      beatsSinceClosed++;
      if (silent && beatsSinceClosed > PATIENCE) {
        close(true);
      }
    } else {
      Thread.ofVirtual().name("heartbeat").start(() -> lookAfter(silent));
    }
    return true;
  }

  private void lookAfter(boolean silent) {
    if (silent) {
      writer.ping();
    }
    try {
      listener.beat();
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  /// Tells the other side that the server ends. Returns at once.
  void sayFarewell() {
    writer.serverEnds();
    Thread.ofVirtual().name("farewell").start(() -> writer.close(WebSocket.NORMAL, ""));
  }

  void awaitEnd(Duration most) throws InterruptedException {
    ended.await(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void listen() {
    boolean more = true;
    while (more) {
      ClientWsFrame frame;
      try {
        frame = frame();
      } catch (WsCloseException e) {
        refuse(e);
        throwAway();
        return;
      }
      try {
        more = take(frame);
      } catch (WsCloseException e) {
        refuse(e);
      }
    }
  }

  private ClientWsFrame frame() {
    ClientWsFrame frame;
    context.dataReader().ensureAvailable(); // however long it takes
    pace.expectMore();
    try {
      frame = ClientWsFrame.read(context, context.dataReader(), LARGEST_MESSAGE);
    } catch (IllegalArgumentException _) {
      throw new WsCloseException("no such frame", WebSocket.NOT_THE_PROTOCOL);
    } finally {
      pace.expectAnything();
    }
    heardSomething = true;
    if (!writer.closed()) {
      lastHeard = System.nanoTime();
    }
    return frame;
  }

  /// @return whether more may come
  private boolean take(ClientWsFrame frame) {
    if (saysNothing(frame) && rate.isTooMuch()) {
      throw new WsCloseException("too many frames", WebSocket.NOT_ALLOWED);
    }
    return switch (frame.opCode()) {
      case TEXT, BINARY, CONTINUATION -> {
        if (!writer.closed()) {
          message.add(frame).ifPresent(this::receive);
        }
        yield true;
      }
      case PING -> {
        writer.pong(control(frame));
        yield true;
      }
      case PONG -> {
        control(frame);
        yield true;
      }
      case CLOSE -> {
        writer.closeSoon(CloseCode.toReturn(control(frame)), "");
        yield false;
      }
    };
  }

  private static boolean saysNothing(ClientWsFrame frame) {
    return frame.payloadLength() == 0
        || frame.opCode() == WsOpCode.PING
        || frame.opCode() == WsOpCode.PONG;
  }

  private static byte[] control(ClientWsFrame frame) {
    if (!frame.fin() || frame.payloadLength() > LONGEST_CONTROL) {
      throw new WsCloseException("bad control frame", WebSocket.NOT_THE_PROTOCOL);
    }
    return frame.payloadData().readBytes();
  }

  private void receive(Received received) {
    if (!inbox.add(received)) {
      throw new WsCloseException("too many messages", WebSocket.NOT_ALLOWED);
    }
  }

  private void tell(Received received) {
    if (writer.closed()) {
      return;
    }
    try {
      switch (received) {
        case IncomingMessage.Text(var text) -> listener.said(text);
        case IncomingMessage.Bytes() -> listener.sentBytes();
      }
    } catch (SinkClosed _) {
      // Gone in the middle of an answer.
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void refuse(WsCloseException e) {
    writer.closeSoon(e.closeCode(), Objects.requireNonNullElse(e.getMessage(), ""));
    inbox.close();
  }

  private void failed(RuntimeException e) {
    writer.closeSoon(WebSocket.INTERNAL, "incident " + incidents.log(endpoint, e));
  }

  /// Where one frame ends and the next begins cannot be told any more.
  private void throwAway() {
    var in = context.dataReader();
    int left = THROWN_AWAY;
    while (left > 0) {
      in.ensureAvailable();
      int some = in.available();
      in.skip(some);
      left -= some;
      heardSomething = true;
    }
  }
}
