package org.colloquy.server.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// An answer that is a file.
final class FileReply {
  private static final int PIECE = 64 * 1024;
  private static final String BYTES = "application/octet-stream";

  private final Exchange exchange;
  private final ServerResponse response;

  FileReply(Exchange exchange, ServerResponse response) {
    this.exchange = exchange;
    this.response = response;
  }

  /// Sends what is asked for of a file.
  void send(String name, long size, InputStream content) {
    try (content) {
      exchange.replyHeader("Accept-Ranges", "bytes");
      boolean conditional = exchange.header("If-Range").isPresent(); // there is nothing to compare
      var header = conditional ? "" : exchange.header("Range").orElse("");
      var range = ByteRange.of(header, size);
      if (range.isPresent()) {
        send(name, range.get(), content);
      } else {
        exchange.replyHeader("Content-Range", "bytes */" + size);
        exchange.replyEmpty(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416.code());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(String name, ByteRange range, InputStream content) throws IOException {
    if (!range.whole()) {
      response.status(Status.PARTIAL_CONTENT_206);
      exchange.replyHeader("Content-Range", range.told());
    }
    exchange.replyHeader("Content-Length", Long.toString(range.length()));
    if (!exchange.headOnly()) {
      content.skipNBytes(range.from());
    }
    send(name, BYTES, out -> copy(content, range.length(), out));
  }

  private static void copy(InputStream content, long length, OutputStream out) {
    var piece = new byte[PIECE];
    long left = length;
    try {
      while (left > 0) {
        int read = content.read(piece, 0, (int) Math.min(left, PIECE));
        if (read < 0) {
          throw new IOException("the file ends before its end");
        }
        out.write(piece, 0, read);
        left -= read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends what is written.
  void send(String name, String contentType, Consumer<OutputStream> write) {
    ResponseHeaders.file(response, name);
    var stream = exchange.stream(contentType);
    var out = new BufferedOutputStream(stream.asOutput(), PIECE);
    write.accept(out);
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stream.end();
  }
}
