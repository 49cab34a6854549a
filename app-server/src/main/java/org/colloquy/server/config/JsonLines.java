package org.colloquy.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/// Lines of the log for programs: each an object with time, level, logger and message, and where
/// there is one the incident that a person was told, and the exception.
final class JsonLines extends Formatter {
  private static final Pattern INCIDENT = Pattern.compile("^incident ([0-9a-f]{8}) ");

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public String format(LogRecord entry) {
    var fields = new LinkedHashMap<String, String>();
    var message = formatMessage(entry);
    fields.put("time", entry.getInstant().toString());
    fields.put("level", level(entry.getLevel()));
    fields.put("logger", String.valueOf(entry.getLoggerName()));
    fields.put("message", message);
    var incident = INCIDENT.matcher(message);
    if (incident.find()) {
      fields.put("incident", incident.group(1));
    }
    if (entry.getThrown() != null) {
      var text = new StringWriter();
      entry.getThrown().printStackTrace(new PrintWriter(text, true));
      fields.put("exception", text.toString());
    }
    try {
      return json.writeValueAsString(fields) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "error";
    }
    if (value >= Level.WARNING.intValue()) {
      return "warn";
    }
    return value >= Level.INFO.intValue() ? "info" : "debug";
  }
}
