package org.colloquy.server.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands spans to the collector, some hundred at once. What it does not take is lost; that is said
/// once, until it takes some again.
final class OtlpExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(OtlpExporter.class);

  private final SpanPost post;
  private final AtomicBoolean failing = new AtomicBoolean();

  OtlpExporter(SpanPost post) {
    this.post = post;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    try {
      post.send(OtlpJson.of(spans));
      failing.set(false);
      return CompletableResultCode.ofSuccess();
    } catch (IOException | RuntimeException e) {
      if (!failing.getAndSet(true)) {
        LOG.warn("traces do not arrive: {}", e.toString());
      }
      return CompletableResultCode.ofFailure();
    }
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
