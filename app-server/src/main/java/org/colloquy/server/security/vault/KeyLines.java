package org.colloquy.server.security.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keys as a text, one a line in Base64; lines that begin with `#` are for people.
record KeyLines(List<SealingKey> keys) {
  static final KeyLines NONE = new KeyLines(List.of());

  KeyLines {
    keys = List.copyOf(keys);
  }

  /// Empty when something else than keys is in it.
  static Optional<KeyLines> parse(byte[] text) {
    var keys = new ArrayList<SealingKey>();
    for (var line : new String(text, StandardCharsets.UTF_8).lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        var key = key(line);
        if (key.isEmpty()) {
          return Optional.empty();
        }
        keys.add(key.get());
      }
    }
    return Optional.of(new KeyLines(keys));
  }

  private static Optional<SealingKey> key(String line) {
    try {
      return SealingKey.of(Base64.getDecoder().decode(line));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  Optional<SealingKey> find(String mark) {
    return keys.stream().filter(key -> key.mark().equals(mark)).findFirst();
  }

  KeyLines with(SealingKey key) {
    var more = new ArrayList<>(without(List.of(key.mark())).keys);
    more.add(key);
    return new KeyLines(more);
  }

  KeyLines without(Collection<String> marks) {
    return new KeyLines(keys.stream().filter(key -> !marks.contains(key.mark())).toList());
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  byte[] text() {
    return keys.stream()
        .map(key -> Base64.getEncoder().encodeToString(key.bytes()) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
