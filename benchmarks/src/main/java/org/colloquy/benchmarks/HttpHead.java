package org.colloquy.benchmarks;

import java.util.Map;

/// The first line and the fields of an HTTP message.
///
/// @param fields values by name in small letters
record HttpHead(String first, Map<String, String> fields) {
  HttpHead {
    fields = Map.copyOf(fields);
  }

  boolean isAnswer() {
    return first.startsWith("HTTP/");
  }

  /// The status of an answer.
  int status() {
    return Integer.parseInt(word(1));
  }

  String method() {
    return word(0);
  }

  String path() {
    return word(1);
  }

  boolean isChunked() {
    return fields.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
  }

  /// The length that is announced; -1 when none is.
  long length() {
    return Long.parseLong(fields.getOrDefault("content-length", "-1"));
  }

  private String word(int index) {
    String[] words = first.split(" ", 3);
    if (words.length <= index) {
      throw new IllegalArgumentException("Not the first line of an HTTP message: " + first);
    }
    return words[index];
  }
}
