package org.colloquy.server.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// The part of a file that a request asks for with `Range` (RFC 9110, 14).
///
/// @param from the place of its first byte
/// @param length in bytes
/// @param size of the whole file
record ByteRange(long from, long length, long size) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{1,18})?-(\\d{1,18})?");

  /// What a header asks for; the whole file when it asks for nothing that is understood, and empty
  /// when it asks for bytes that the file does not have.
  static Optional<ByteRange> of(String header, long size) {
    var asked = ONE.matcher(header);
    if (!asked.matches() || header.equals("bytes=-")) {
      return Optional.of(new ByteRange(0, size, size));
    }
    var first = asked.group(1);
    var last = asked.group(2);
    long from = first == null ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
    long to = first == null || last == null ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    boolean backwards = first != null && last != null && Long.parseLong(last) < from;
    if (backwards) {
      return Optional.of(new ByteRange(0, size, size));
    }
    return from > to ? Optional.empty() : Optional.of(new ByteRange(from, to - from + 1, size));
  }

  boolean whole() {
    return length == size;
  }

  /// For the header `Content-Range`.
  String told() {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
