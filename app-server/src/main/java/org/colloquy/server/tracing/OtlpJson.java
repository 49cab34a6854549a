package org.colloquy.server.tracing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;

/// Spans as OTLP writes them in JSON: an `ExportTraceServiceRequest`.
final class OtlpJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int STATUS_ERROR = 2;

  private OtlpJson() {}

  /// @param spans at least one
  static String of(Collection<SpanData> spans) {
    var root = JSON.objectNode();
    var resource = root.putArray("resourceSpans").addObject();
    var first = spans.iterator().next();
    resource
        .putObject("resource")
        .set("attributes", attributes(first.getResource().getAttributes()));
    var scope = resource.putArray("scopeSpans").addObject();
    scope.putObject("scope").put("name", first.getInstrumentationScopeInfo().getName());
    var all = scope.putArray("spans");
    spans.forEach(span -> all.add(span(span)));
    return root.toString();
  }

  private static ObjectNode span(SpanData data) {
    var span = JSON.objectNode();
    span.put("traceId", data.getTraceId());
    span.put("spanId", data.getSpanId());
    if (data.getParentSpanContext().isValid()) {
      span.put("parentSpanId", data.getParentSpanId());
    }
    span.put("name", data.getName());
    span.put("kind", kind(data));
    // Numbers of 64 bits are texts there.
    span.put("startTimeUnixNano", Long.toString(data.getStartEpochNanos()));
    span.put("endTimeUnixNano", Long.toString(data.getEndEpochNanos()));
    span.set("attributes", attributes(data.getAttributes()));
    switch (data.getStatus().getStatusCode()) {
      case ERROR -> span.putObject("status").put("code", STATUS_ERROR);
      case OK, UNSET -> {}
    }
    return span;
  }

  private static int kind(SpanData data) {
    return switch (data.getKind()) {
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
      case PRODUCER -> 4;
      case CONSUMER -> 5;
    };
  }

  private static ArrayNode attributes(Attributes attributes) {
    var all = JSON.arrayNode();
    attributes.forEach((key, value) -> {
      var entry = all.addObject().put("key", key.getKey()).putObject("value");
      if (value instanceof Long number) {
        entry.put("intValue", number.toString());
      } else {
        entry.put("stringValue", value.toString());
      }
    });
    return all;
  }
}
