package org.colloquy.server.storage;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.cluster.Signal;

/// Signals as JSON. Only servers of one version read each other's, so its form may change with
/// every version.
final class SignalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Signal.class, ByName.class)
          .addMixIn(TurnEvent.class, ByName.class)
          .addMixIn(Problem.class, ByName.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(Duration.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Read<>(Instant.class, Instant::parse))
                  .addDeserializer(Duration.class, new Read<>(Duration.class, Duration::parse))
                  .registerSubtypes(Signal.class.getPermittedSubclasses())
                  .registerSubtypes(TurnEvent.class.getPermittedSubclasses())
                  .registerSubtypes(Problem.class.getPermittedSubclasses()))
          .build();

  private SignalJson() {}

  /// Each record says its name.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface ByName {}

  private static final class Read<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    Read(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return parse.apply(text);
    }
  }

  static String written(Signal signal) {
    try {
      return MAPPER.writerFor(Signal.class).writeValueAsString(signal);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  static Signal read(String json) {
    try {
      return MAPPER.readValue(json, Signal.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a signal of another version", e);
    }
  }
}
