package org.colloquy.server.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.core.turn.TurnWatch;
import org.colloquy.server.http.RequestWatch;
import org.jspecify.annotations.Nullable;

/// Spans of requests, turns and calls of models. A request, its turn and the calls in it are on one
/// thread, so the one that is open there is the parent of the next.
///
/// Nothing in them was written by people but the names of models, and nothing names a person, a
/// conversation or a key.
public final class Traces implements RequestWatch, TurnWatch, AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final int MOST_WAITING = 2048;
  private static final int SERVER_FAULT = 500;
  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
  private static final AttributeKey<String> VERSION = AttributeKey.stringKey("service.version");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  @SuppressWarnings("ThreadLocalUsage") // a server has one of these for as long as it runs
  private final ThreadLocal<@Nullable Open> requests = new ThreadLocal<>();

  /// Traces that go somewhere.
  ///
  /// @param version of the program
  public Traces(SpanPost post, String version) {
    provider =
        SdkTracerProvider.builder()
            .setResource(Resource.create(Attributes.of(SERVICE, "colloquy", VERSION, version)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(new OtlpExporter(post))
                    .setScheduleDelay(EVERY)
                    .setMaxQueueSize(MOST_WAITING)
                    .build())
            .build();
    tracer = provider.get("colloquy");
  }

  /// A span that is the current one of its thread.
  private record Open(Span span, Scope scope) {
    void end() {
      scope.close();
      span.end();
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // it is closed with its span, which ends in another call
  private static Open open(Span span) {
    return new Open(span, span.makeCurrent());
  }

  @Override
  public void begun(Function<String, Optional<String>> headers) {
    var parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, new Headers());
    var span =
        tracer.spanBuilder("request").setParent(parent).setSpanKind(SpanKind.SERVER).startSpan();
    requests.set(open(span));
  }

  /// What W3C says of traces in the head of a request.
  private static final class Headers implements TextMapGetter<Function<String, Optional<String>>> {
    @Override
    public Iterable<String> keys(Function<String, Optional<String>> headers) {
      return List.of();
    }

    @Override
    public @Nullable String get(@Nullable Function<String, Optional<String>> headers, String name) {
      return headers == null ? null : headers.apply(name).orElse(null);
    }
  }

  @Override
  public void answered(Answered answered) {
    var open = requests.get();
    if (open == null) {
      return;
    }
    requests.remove();
    var span = open.span();
    span.updateName((answered.method() + " " + answered.route()).strip());
    span.setAttribute("http.request.method", answered.method());
    span.setAttribute("http.response.status_code", answered.status());
    span.setAttribute("colloquy.face", answered.face());
    if (!answered.route().isEmpty()) {
      span.setAttribute("http.route", answered.route());
    }
    if (answered.status() >= SERVER_FAULT) {
      span.setStatus(StatusCode.ERROR);
    }
    open.end();
  }

  @Override
  public Runnable began() {
    return open(tracer.spanBuilder("turn").startSpan())::end;
  }

  /// The same models, each call of which is a span.
  public ChatModels watching(ChatModels all) {
    return (caller, provider, key) ->
        new TracedChatModel(all.open(caller, provider, key), provider.kind(), tracer);
  }

  /// Sends what is left, and waits a little for it.
  @Override
  public void close() {
    provider.shutdown().join(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
  }
}
