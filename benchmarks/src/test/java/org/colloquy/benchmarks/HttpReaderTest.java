package org.colloquy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {
  private static final String ANSWERS =
      """
      HTTP/1.1 200 OK\r
      Transfer-Encoding: chunked\r
      \r
      5\r
      Hello\r
      00A;note=1\r
      , \r
       world\r
      0\r
      Trailer: yes\r
      \r
      HTTP/1.1 204 No Content\r
      \r
      HTTP/1.1 404 Not Found\r
      content-length: 3\r
      \r
      no!\
      """;

  private final List<String> told = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private final HttpReader reader =
      new HttpReader(
          new HttpReader.Listener() {
            @Override
            public void head(HttpHead head) {
              told.add(head.first());
            }

            @Override
            public void body(ByteBuffer piece) {
              body.append(StandardCharsets.ISO_8859_1.decode(piece));
            }

            @Override
            public void end() {
              told.add("end " + body);
              body.setLength(0);
            }
          });

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 1000})
  void readsAnswersInPiecesOfAnySize(int size) {
    feed(ANSWERS, size);

    assertThat(told)
        .containsExactly(
            "HTTP/1.1 200 OK",
            "end Hello, \r\n world",
            "HTTP/1.1 204 No Content",
            "end ",
            "HTTP/1.1 404 Not Found",
            "end no!");
    assertThat(reader.closed()).isTrue();
  }

  @Test
  void readsABodyThatEndsWithTheConnection() {
    feed("HTTP/1.1 200 OK\r\n\r\nall ", 3);
    feed("of it", 3);

    assertThat(reader.closed()).isTrue();
    assertThat(told).containsExactly("HTTP/1.1 200 OK", "end all of it");
  }

  @Test
  void tellsACutBodyFromACompleteOne() {
    feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n", 100);

    assertThat(reader.closed()).isFalse();
    assertThat(told).containsExactly("HTTP/1.1 200 OK");
  }

  @Test
  void readsRequestsWithAndWithoutABody() {
    feed("GET /stats HTTP/1.1\r\n\r\nPOST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi", 4);

    assertThat(told).containsExactly("GET /stats HTTP/1.1", "end ", "POST /a HTTP/1.1", "end hi");
  }

  @Test
  void refusesWhatIsNotHttp() {
    assertThatThrownBy(() -> feed("HTTP/1.1 200 OK\r\nnonsense\r\n", 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void feed(String text, int size) {
    ByteBuffer all = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    while (all.hasRemaining()) {
      int length = Math.min(size, all.remaining());
      reader.read(all.slice(all.position(), length));
      all.position(all.position() + length);
    }
  }
}
