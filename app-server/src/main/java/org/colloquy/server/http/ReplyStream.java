package org.colloquy.server.http;

import io.helidon.common.socket.SocketWriterException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.server.core.turn.SinkClosed;
import org.jspecify.annotations.Nullable;

/// The body of an answer that is said bit by bit. Its head is sent with the first bytes; until then
/// a failure can still become a status.
public final class ReplyStream implements Heartbeat {
  /// Beats, of which there are two in each silence that a stream may have: long enough for most
  /// failures to become a status.
  private static final int SILENCES_BEFORE_THE_HEAD = 6;

  private final ServerResponse response;
  private final StreamForm form;
  private final Heartbeats heartbeats;
  private final boolean headOnly;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable OutputStream out;
  private @Nullable SinkClosed gone;
  private Runnable whenGone = () -> {};
  private boolean ended;
  private boolean givenUp;
  private boolean saidSomething;
  private int silences;

  ReplyStream(ServerResponse response, StreamForm form, Heartbeats heartbeats, boolean headOnly) {
    this.response = response;
    this.form = form;
    this.heartbeats = heartbeats;
    this.headOnly = headOnly;
  }

  /// Sends heartbeats before anything is said as well, when that takes long.
  void beginWhenSilent() {
    heartbeats.watch(this);
  }

  /// Runs `action`, which must not block, as soon as it is known that the reader has gone.
  public void whenGone(Runnable action) {
    lock.lock();
    try {
      whenGone = action;
    } finally {
      lock.unlock();
    }
  }

  /// Gives the stream up if nothing of it was sent, so that something else can be answered.
  ///
  /// @return whether that is so
  boolean giveUp() {
    lock.lock();
    try {
      givenUp = out == null;
      return givenUp;
    } finally {
      lock.unlock();
    }
  }

  /// Adds a header; too late when the stream is open.
  public void header(String name, String value) {
    response.header(HeaderNames.create(name), value);
  }

  /// Whether it was said to its end.
  boolean ended() {
    lock.lock();
    try {
      return ended && gone == null;
    } finally {
      lock.unlock();
    }
  }

  /// Sends these bytes at once.
  ///
  /// @throws SinkClosed when the reader has gone
  public void write(byte[] bytes, int length) {
    lock.lock();
    try {
      saidSomething = true;
      if (length > 0) {
        send(bytes, length); // an empty chunk would be the last one
      }
    } finally {
      lock.unlock();
    }
  }

  /// The same as a stream of bytes. Closing it does not end the body.
  OutputStream asOutput() {
    return new OutputStream() {
      @Override
      public void write(int value) {
        ReplyStream.this.write(new byte[] {(byte) value}, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        ReplyStream.this.write(
            from == 0 ? bytes : Arrays.copyOfRange(bytes, from, from + length), length);
      }
    };
  }

  /// The whole body was said; an empty one if nothing was.
  public void end() {
    lock.lock();
    try {
      if (out == null && gone == null) {
        open();
      }
      ended = gone == null;
    } finally {
      lock.unlock();
    }
  }

  /// Sends the heartbeat if nothing was said since the last call. A reader that is slow holds up
  /// only its own stream.
  @Override
  public boolean beat() {
    if (!lock.tryLock()) {
      return true;
    }
    try {
      if (over()) {
        return false;
      }
      if (!saidSomething && (out != null || ++silences >= SILENCES_BEFORE_THE_HEAD)) {
        Thread.ofVirtual().name("heartbeat").start(this::sayNothing);
      }
      saidSomething = false;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void sayNothing() {
    lock.lock();
    try {
      if (!over() && !saidSomething) {
        var heartbeat = form.heartbeat().getBytes(StandardCharsets.US_ASCII);
        send(heartbeat, heartbeat.length);
      }
    } catch (SinkClosed _) {
      // The one who speaks next is told.
    } finally {
      lock.unlock();
    }
  }

  private boolean over() {
    return ended || givenUp || gone != null;
  }

  private void send(byte[] bytes, int length) {
    if (gone != null) {
      throw gone;
    }
    try {
      var stream = out == null ? open() : out;
      stream.write(bytes, 0, length);
      stream.flush();
    } catch (IOException
        | UncheckedIOException
        | ServerConnectionException
        | SocketWriterException e) {
      throw closed(e);
    }
  }

  private OutputStream open() {
    response.header(HeaderNames.CONTENT_TYPE, form.contentType());
    form.headers().forEach(response::header);
    if (headOnly) {
      response.send();
      throw closed(new IOException("only the head was asked for"));
    }
    var stream = response.outputStream();
    out = stream;
    if (!form.heartbeat().isEmpty()) {
      heartbeats.watch(this);
    }
    return stream;
  }

  private SinkClosed closed(Exception cause) {
    var closed = new SinkClosed(cause);
    gone = closed;
    whenGone.run();
    return closed;
  }
}
