package org.colloquy.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads HTTP/1.1 requests or answers, one after another, from bytes that arrive in pieces of any
/// size. Bodies are handed on as they come, without their chunk framing.
final class HttpReader {
  /// Who is told.
  interface Listener {
    void head(HttpHead head);

    void body(ByteBuffer piece);

    void end();
  }

  private enum State {
    FIRST_LINE,
    FIELDS,
    COUNTED_BODY,
    BODY_UNTIL_CLOSE,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS
  }

  private static final int LONGEST_LINE = 64 * 1024;

  private final Listener listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Map<String, String> fields = new HashMap<>();
  private String first = "";
  private State state = State.FIRST_LINE;
  private long left;

  HttpReader(Listener listener) {
    this.listener = listener;
  }

  /// Reads all the remaining bytes.
  ///
  /// @throws IllegalArgumentException when they are not HTTP
  void read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      switch (state) {
        case COUNTED_BODY, CHUNK, BODY_UNTIL_CLOSE -> readBody(bytes);
        case FIRST_LINE, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILERS -> readLine(bytes);
      }
    }
  }

  /// The other side has closed the connection; true when that is the end of a message or between
  /// two.
  boolean closed() {
    if (state == State.BODY_UNTIL_CLOSE) {
      finish();
    }
    return state == State.FIRST_LINE && line.size() == 0;
  }

  private void readBody(ByteBuffer bytes) {
    int length = (int) Math.min(left, bytes.remaining());
    ByteBuffer piece = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    left -= state == State.BODY_UNTIL_CLOSE ? 0 : length;
    listener.body(piece);
    if (left == 0 && state == State.COUNTED_BODY) {
      finish();
    } else if (left == 0) {
      state = State.CHUNK_END;
    }
  }

  private void readLine(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        line.reset();
        take(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        return;
      }
      if (line.size() == LONGEST_LINE) {
        throw new IllegalArgumentException("A line of more than " + LONGEST_LINE + " bytes");
      }
      line.write(next);
    }
  }

  private void take(String text) {
    switch (state) {
      case FIRST_LINE -> {
        if (!text.isEmpty()) {
          first = text;
          state = State.FIELDS;
        }
      }
      case FIELDS -> takeField(text);
      case CHUNK_SIZE -> startChunk(text);
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILERS -> {
        if (text.isEmpty()) {
          finish();
        }
      }
      case COUNTED_BODY, CHUNK, BODY_UNTIL_CLOSE -> throw new IllegalStateException("In a body");
    }
  }

  private void takeField(String text) {
    if (text.isEmpty()) {
      startBody();
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("Not an HTTP field: " + text);
    }
    fields.put(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1).trim());
  }

  private void startBody() {
    HttpHead head = new HttpHead(first, fields);
    fields.clear();
    left = head.length();
    listener.head(head);
    boolean bodiless = head.isAnswer() ? head.status() == 204 || head.status() == 304 : left < 0;
    if (head.isChunked()) {
      state = State.CHUNK_SIZE;
    } else if (bodiless || left == 0) {
      finish();
    } else {
      state = left < 0 ? State.BODY_UNTIL_CLOSE : State.COUNTED_BODY;
      left = left < 0 ? Long.MAX_VALUE : left;
    }
  }

  private void startChunk(String text) {
    int semicolon = text.indexOf(';');
    left = Long.parseLong((semicolon < 0 ? text : text.substring(0, semicolon)).trim(), 16);
    if (left < 0) {
      throw new IllegalArgumentException("Not the size of a chunk: " + text);
    }
    state = left == 0 ? State.TRAILERS : State.CHUNK;
  }

  private void finish() {
    state = State.FIRST_LINE;
    left = 0;
    listener.end();
  }
}
