package org.colloquy.server.api.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.Role;
import org.colloquy.server.core.Rules;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// The fields of a request. All faults are told at once by [#check].
final class Fields {
  static final String HUMAN = "Human";
  static final String ASSISTANT = "Assistant";

  private static final UUID NONE = new UUID(0, 0);
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  private final ObjectNode fields;
  private final Rules rules = new Rules();

  private Fields(ObjectNode fields) {
    this.fields = fields;
  }

  static Fields of(Exchange exchange) {
    return new Fields(exchange.fields());
  }

  /// A text that must be there; it may be empty.
  String text(String field) {
    var text = given(field);
    rules.expect(text != null, field, "A text is required.");
    return text == null ? "" : text;
  }

  /// An id that must be there.
  UUID id(String field) {
    var text = given(field);
    var id = text == null ? Optional.<UUID>empty() : Exchange.uuid(text);
    rules.expect(id.isPresent(), field, "A UUID is required.");
    return id.orElse(NONE);
  }

  /// Who speaks, which must be there.
  Role role(String field) {
    var text = given(field);
    boolean human = HUMAN.equals(text);
    rules.expect(human || ASSISTANT.equals(text), field, "It must be Human or Assistant.");
    return human ? Role.USER : Role.ASSISTANT;
  }

  /// A time that may be missing or null. One without a zone is meant in UTC, as all times here.
  Optional<Instant> time(String field) {
    if (!fields.hasNonNull(field)) {
      return Optional.empty();
    }
    var text = given(field);
    var time = text == null ? Optional.<Instant>empty() : parsed(text);
    rules.expect(time.isPresent(), field, "A time such as 2023-08-05T14:48:00.000Z is required.");
    return time;
  }

  /// Throws what was wrong with the fields read so far, if anything was.
  void check() {
    rules.check();
  }

  private @Nullable String given(String field) {
    var node = fields.get(field);
    return node == null || !node.isTextual() ? null : node.textValue();
  }

  private static Optional<Instant> parsed(String text) {
    try {
      var parsed = TIME.parse(text);
      var zone = Optional.ofNullable(parsed.query(TemporalQueries.offset())).orElse(ZoneOffset.UTC);
      return Optional.of(LocalDateTime.from(parsed).toInstant(zone));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
