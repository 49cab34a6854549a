package org.colloquy.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static LogRecord entry(Level level, String message) {
    var entry = new LogRecord(level, message);
    entry.setLoggerName("org.colloquy.server.http.Incidents");
    entry.setInstant(Instant.parse("2026-11-22T12:00:00Z"));
    return entry;
  }

  @Test
  void writesOneObjectInOneLineWithIncidentAndException() throws IOException {
    var entry = entry(Level.SEVERE, "incident 0a1b2c3d at GET /a \"quoted\"\nline");
    entry.setThrown(new IllegalStateException("broken"));

    var line = new JsonLines().format(entry);

    assertThat(line).endsWith("}\n");
    assertThat(line.strip()).doesNotContain("\n");
    var json = new ObjectMapper().readTree(line);
    assertThat(json.get("time").asText()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(json.get("level").asText()).isEqualTo("error");
    assertThat(json.get("logger").asText()).isEqualTo("org.colloquy.server.http.Incidents");
    assertThat(json.get("message").asText()).isEqualTo(entry.getMessage());
    assertThat(json.get("incident").asText()).isEqualTo("0a1b2c3d");
    assertThat(json.get("exception").asText()).contains("IllegalStateException: broken", "\tat ");
  }

  @Test
  void leavesOutWhatIsNotThere() throws IOException {
    var json = new ObjectMapper().readTree(new JsonLines().format(entry(Level.INFO, "ready")));

    assertThat(json.has("incident")).isFalse();
    assertThat(json.has("exception")).isFalse();
    assertThat(json.get("level").asText()).isEqualTo("info");
  }
}
