package org.colloquy.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.turn.TurnSink;

/// Says each event of a turn as one line of JSON, with the reader's position after it. Empty lines
/// in between keep the connection alive.
public final class NdjsonSink implements TurnSink {
  private final ReplyStream stream;
  private final EventWriter writer;
  private final Line line = new Line();
  private long position;

  /// @param position what the reader has already
  public NdjsonSink(ReplyStream stream, EventWriter writer, long position) {
    this.stream = stream;
    this.writer = writer;
    this.position = position;
  }

  @Override
  public void begun(TurnId id) {
    stream.header("Colloquy-Turn", id.toString());
  }

  @Override
  public void accept(TurnEvent event) {
    position += event.length();
    line.reset();
    // A generator holds 16 kB of buffers while it is there; a stream is there for minutes.
    try (var generator = Json.lines(line)) {
      writer.write(generator, event, position);
      generator.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stream.write(line.bytes(), line.size());
    if (event.last()) {
      stream.end();
    }
  }

  /// Nothing comes any more, even if the last event was not among what was passed on.
  public void end() {
    stream.end();
  }

  /// Writes one event as one JSON object, in the words of a face.
  public interface EventWriter {
    void write(JsonGenerator generator, TurnEvent event, long position) throws IOException;
  }

  /// The bytes of one line, without copying them.
  private static final class Line extends ByteArrayOutputStream {
    private byte[] bytes() {
      return buf;
    }
  }
}
