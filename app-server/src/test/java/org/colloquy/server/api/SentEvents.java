package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads server-sent events as the HTML standard tells a browser to.
public final class SentEvents implements AutoCloseable {
  private final BufferedReader lines;

  public SentEvents(HttpResponse<InputStream> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /// One event.
  ///
  /// @param name `message` when it has none
  public record SentEvent(String name, String data) {}

  /// The next event.
  public SentEvent next() throws IOException {
    return read().orElseThrow(() -> new AssertionError("no more events"));
  }

  /// All events up to the end of the stream.
  public List<SentEvent> rest() throws IOException {
    var events = new ArrayList<SentEvent>();
    for (var event = read(); event.isPresent(); event = read()) {
      events.add(event.get());
    }
    return events;
  }

  /// The next line, whatever it is.
  public String line() throws IOException {
    var line = lines.readLine();
    assertThat(line).as("a line").isNotNull();
    return line;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Optional<SentEvent> read() throws IOException {
    var name = "";
    var data = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          data.setLength(data.length() - 1);
          return Optional.of(new SentEvent(name.isEmpty() ? "message" : name, data.toString()));
        }
        name = "";
      } else if (value(line, "data").isPresent()) {
        data.append(value(line, "data").get()).append('\n');
      } else {
        name = value(line, "event").orElse(name);
      }
    }
    return Optional.empty();
  }

  /// The value of a line that has this field, without one space before it.
  private static Optional<String> value(String line, String field) {
    int colon = line.indexOf(':');
    var found = colon < 0 ? line : line.substring(0, colon);
    if (!found.equals(field)) {
      return Optional.empty();
    }
    var value = colon < 0 ? "" : line.substring(colon + 1);
    return Optional.of(value.startsWith(" ") ? value.substring(1) : value);
  }
}
