package org.colloquy.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.SocketWriterException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.websocket.WsOpCode;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.server.core.turn.SinkClosed;
import org.jspecify.annotations.Nullable;

/// Writes the frames of one WebSocket, one after the other. Whoever writes for a slow reader waits;
/// nothing is queued.
final class FrameWriter {
  private static final int LAST_FRAME = 0x80;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;
  private static final int LONGEST_HEAD = 10;
  private static final int LONGEST_REASON = 123;
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final DataWriter out;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicReference<byte @Nullable []> owedPong = new AtomicReference<>();
  private volatile long lastTaken = System.nanoTime();
  private volatile boolean closed;
  private volatile boolean serverEnds;

  FrameWriter(DataWriter out) {
    this.out = out;
  }

  /// @throws SinkClosed when it is closed
  void text(String text) {
    lock.lock();
    try {
      if (closed) {
        throw new SinkClosed(new IllegalStateException("the socket is closed"));
      }
      write(WsOpCode.TEXT, text.getBytes(StandardCharsets.UTF_8));
      lastTaken = System.nanoTime();
    } finally {
      lock.unlock();
    }
    payPong();
  }

  /// Asks whether the other side is still there, unless something is being written just now.
  void ping() {
    quietly(() -> write(WsOpCode.PING, new byte[0]));
  }

  /// Answers a ping. The one who reads must not wait for a reader that is slow, so whoever is
  /// writing pays; of several pings only the last needs an answer.
  void pong(byte[] payload) {
    owedPong.set(payload);
    payPong();
  }

  /// Says that nothing more is sent. A second time does nothing.
  void close(int code, String reason) {
    lock.lock();
    try {
      writeClose(code, reason);
    } catch (SinkClosed _) {
      // Lost, which is closed as well.
    } finally {
      lock.unlock();
    }
  }

  /// As [#close], but for the one who reads: gives up when a reader that is slow is in the way.
  void closeSoon(int code, String reason) {
    try {
      if (lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          close(code, reason);
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    closed = true;
  }

  /// From now on a socket that is closed in good order is closed because the server ends.
  void serverEnds() {
    serverEnds = true;
  }

  /// Whether nothing can be sent any more.
  boolean closed() {
    return closed;
  }

  /// When a text was last taken off our hands, in nanoseconds of this machine's own clock.
  long lastTaken() {
    return lastTaken;
  }

  /// The connection is lost.
  void lost() {
    closed = true;
  }

  private void writeClose(int code, String reason) {
    if (closed) {
      return;
    }
    boolean farewell = serverEnds && code == WebSocket.NORMAL;
    int said = farewell ? WebSocket.GOING_AWAY : code;
    var words = reason.getBytes(StandardCharsets.UTF_8);
    words = Arrays.copyOf(words, Math.min(words.length, LONGEST_REASON));
    var payload = ByteBuffer.allocate(2 + words.length).putShort((short) said).put(words);
    write(WsOpCode.CLOSE, payload.array());
    closed = true;
  }

  private void payPong() {
    while (owedPong.get() != null) {
      boolean paid =
          quietly(() -> {
            var payload = owedPong.getAndSet(null);
            if (payload != null) {
              write(WsOpCode.PONG, payload);
            }
          });
      if (!paid) {
        return; // whoever is writing looks again when that is done
      }
    }
  }

  /// Writes unless somebody else does, or nothing can be written any more.
  private boolean quietly(Runnable frame) {
    if (closed || !lock.tryLock()) {
      return false;
    }
    try {
      frame.run();
      return true;
    } catch (SinkClosed _) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void write(WsOpCode code, byte[] payload) {
    var head = BufferData.create(LONGEST_HEAD + payload.length);
    head.write(LAST_FRAME | code.code());
    if (payload.length < LENGTH_IN_2_BYTES) {
      head.write(payload.length);
    } else if (payload.length < 1 << 16) {
      head.write(LENGTH_IN_2_BYTES);
      head.writeInt16(payload.length);
    } else {
      head.write(LENGTH_IN_8_BYTES);
      head.writeInt32(0);
      head.writeInt32(payload.length);
    }
    head.write(payload);
    try {
      out.writeNow(head);
    } catch (UncheckedIOException | ServerConnectionException | SocketWriterException e) {
      closed = true;
      throw new SinkClosed(e);
    }
  }
}
