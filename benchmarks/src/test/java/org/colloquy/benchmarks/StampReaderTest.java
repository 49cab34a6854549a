package org.colloquy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampReaderTest {
  private final List<Long> found = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 19, 1000})
  void findsStampsInPiecesOfAnySize(int size) {
    String text =
        stamp(1) + "{\"text\":\"" + stamp(Long.MAX_VALUE) + "\"}@@t12@" + stamp(-5) + "@t123 ";

    read(new StampReader(found::add)::read, text, size);

    assertThat(found).containsExactly(1L, Long.MAX_VALUE, -5L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void findsATextInPiecesOfAnySize(int size) {
    TextFinder finder = new TextFinder("[DONE]");

    read(finder::read, "data: [[DON] [DO", size);
    assertThat(finder.found()).isFalse();
    read(finder::read, "NE]\n", size);
    assertThat(finder.found()).isTrue();
  }

  @Test
  void findsTheEmptyTextAtOnce() {
    assertThat(new TextFinder("").found()).isTrue();
  }

  private static void read(Consumer<ByteBuffer> reader, String text, int size) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < bytes.length; at += size) {
      reader.accept(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)));
    }
  }

  private static String stamp(long nanos) {
    byte[] bytes = new byte[Stamp.LENGTH];
    Stamp.write(nanos, bytes, 0);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
