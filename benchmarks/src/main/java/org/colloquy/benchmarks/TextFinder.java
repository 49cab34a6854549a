package org.colloquy.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Notices a text in bytes that arrive in pieces of any size.
final class TextFinder {
  private final byte[] text;
  private final byte[] latest;
  private long count;
  private boolean found;

  /// @param text ASCII; an empty one is found at once
  TextFinder(String text) {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
    this.latest = new byte[this.text.length];
    this.found = text.isEmpty();
  }

  boolean found() {
    return found;
  }

  /// Reads all the remaining bytes without moving the buffer's position.
  void read(ByteBuffer bytes) {
    for (int at = bytes.position(); at < bytes.limit() && !found; at++) {
      byte next = bytes.get(at);
      latest[(int) (count++ % text.length)] = next;
      found = next == text[text.length - 1] && endsHere();
    }
  }

  private boolean endsHere() {
    if (count < text.length) {
      return false;
    }
    for (int at = 0; at < text.length; at++) {
      if (latest[(int) ((count + at) % text.length)] != text[at]) {
        return false;
      }
    }
    return true;
  }
}
