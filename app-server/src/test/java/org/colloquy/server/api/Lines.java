package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The lines of a turn as they come.
record Lines(HttpResponse<InputStream> answer) {
  String turn() {
    var turn = answer.headers().firstValue("Colloquy-Turn").orElse("");
    assertThat(UUID.fromString(turn)).isNotNull();
    return turn;
  }

  String next() throws IOException {
    var line = new ByteArrayOutputStream();
    int next = answer.body().read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = answer.body().read();
    }
    assertThat(next).as("a line after %s", line).isNotNegative();
    return line.toString(StandardCharsets.UTF_8);
  }

  /// All lines up to the first one that contains this.
  String until(String part) throws IOException {
    var all = new StringBuilder();
    while (true) {
      var line = next();
      all.append(line);
      if (line.contains(part)) {
        return all.toString();
      }
    }
  }

  String rest() throws IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  void close() throws IOException {
    answer.body().close();
  }
}
