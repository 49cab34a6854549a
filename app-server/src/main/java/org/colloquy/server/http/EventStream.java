package org.colloquy.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.colloquy.server.core.turn.SinkClosed;

/// Server-sent events, each of them sent whole and at once.
///
/// Readers take one space away after `data:`, so one is put there for every line: a word that
/// begins with a space keeps it. A line break of any kind in a text becomes another `data:` line,
/// which readers put together again with `\n`; no text can forge an event.
public final class EventStream {
  private static final byte[] DATA = ascii("data: ");
  private static final byte[] COMMENT = ascii(":\n");

  private final ReplyStream stream;
  private final Bytes event = new Bytes();
  private boolean begun;

  EventStream(ReplyStream stream) {
    this.stream = stream;
  }

  /// Whether anything was said, so that a failure cannot become a status any more.
  public boolean begun() {
    return begun;
  }

  /// Sends comments before the first event as well, when that takes long, so that nobody on the way
  /// hangs up. From then on a failure can become no status any more.
  public EventStream slow() {
    stream.beginWhenSilent();
    return this;
  }

  /// As [ReplyStream#whenGone].
  public EventStream whenGone(Runnable action) {
    stream.whenGone(action);
    return this;
  }

  /// Gives the stream up if nothing was sent, a heartbeat included, so that a failure can become a
  /// status.
  ///
  /// @return whether that is so
  public boolean giveUp() {
    return stream.giveUp();
  }

  /// Sends an event without a name: what browsers give to `onmessage`.
  ///
  /// @throws SinkClosed when the reader has gone
  public void data(String text) {
    event.reset();
    send(text);
  }

  /// Sends an event with a name.
  ///
  /// @param name a plain word
  /// @param id a plain word that a reader which comes back by itself sends as `Last-Event-ID`
  /// @throws SinkClosed when the reader has gone
  public void event(String name, String id, String text) {
    event.reset();
    event.writeBytes(ascii("event: " + name + "\nid: " + id + "\n"));
    send(text);
  }

  /// Sends a line that readers skip: tells that the answer is coming before there are words.
  ///
  /// @throws SinkClosed when the reader has gone
  public void comment() {
    begun = true;
    stream.write(COMMENT, COMMENT.length);
  }

  /// All was said.
  public void end() {
    begun = true;
    stream.end();
  }

  private void send(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    event.writeBytes(DATA);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        event.write(bytes, start, i - start);
        event.write('\n');
        event.writeBytes(DATA);
        if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    event.write(bytes, start, bytes.length - start);
    event.write('\n');
    event.write('\n');
    begun = true;
    stream.write(event.bytes(), event.size());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The bytes of one event, without copying them.
  private static final class Bytes extends ByteArrayOutputStream {
    private byte[] bytes() {
      return buf;
    }
  }
}
