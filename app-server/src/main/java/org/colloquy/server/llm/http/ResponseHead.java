package org.colloquy.server.llm.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.colloquy.model.Problem.UpstreamFault;

/// Status and headers of an answer.
///
/// @param headers by name in small letters; values of the same name joined by commas
record ResponseHead(int status, boolean keepsAlive, Map<String, String> headers) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int SWITCHING = 101;
  private static final int FIRST_FINAL = 200;

  /// Reads the head of the final answer; interim ones (1xx) are skipped.
  static ResponseHead read(Lease lease, Duration patience) throws IOException {
    var lines = new HeadLines(lease, patience, MOST_BYTES);
    while (true) {
      var head = one(lines);
      if (head.status >= FIRST_FINAL) {
        return head;
      }
      if (head.status == SWITCHING) {
        throw new WireFailure(UpstreamFault.NONSENSE, "switches protocols unasked");
      }
    }
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static ResponseHead one(HeadLines lines) throws IOException {
    var start = lines.next();
    if (!start.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
      throw new WireFailure(UpstreamFault.NONSENSE, "not an HTTP/1 answer");
    }
    var headers = new HashMap<String, String>();
    for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
      var colon = line.indexOf(':');
      if (colon <= 0) {
        throw new WireFailure(UpstreamFault.NONSENSE, "not a header");
      }
      var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + "," + b);
    }
    var connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    var keepsAlive = start.startsWith("HTTP/1.1") && !connection.contains("close");
    return new ResponseHead(Integer.parseInt(start.substring(9, 12)), keepsAlive, headers);
  }

  /// The lines of a head or a trailer, of a limited length together.
  static final class HeadLines {
    private final Lease lease;
    private final Duration patience;
    private int left;

    HeadLines(Lease lease, Duration patience, int most) {
      this.lease = lease;
      this.patience = patience;
      this.left = most;
    }

    /// The next line without its end.
    String next() throws IOException {
      var line = new StringBuilder();
      while (true) {
        if (!lease.fill(patience)) {
          throw new EOFException("ended within its head");
        }
        var c = lease.connection().next();
        if (--left < 0) {
          throw new WireFailure(UpstreamFault.NONSENSE, "an endless head");
        }
        if (c == '\n') {
          return withoutReturn(line);
        }
        line.append((char) c);
      }
    }

    /// Headers are read as Latin-1; those that say UTF-8 are understood too.
    private static String withoutReturn(StringBuilder line) {
      var end = line.length();
      if (end > 0 && line.charAt(end - 1) == '\r') {
        end--;
      }
      return new String(
          line.substring(0, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }
}
