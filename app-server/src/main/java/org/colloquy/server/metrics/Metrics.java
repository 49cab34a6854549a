package org.colloquy.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.http.RequestWatch;

/// Everything that is counted and timed. Nothing in it names a person, a conversation or a key.
/// Without exemplars, which its format cannot tell and for which the library looks at traces.
public final class Metrics implements RequestWatch {
  /// From a row of the database to an answer of minutes.
  private static final double[] REQUEST_SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300
  };

  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .withoutExemplars()
          .name("colloquy_http_requests")
          .help("Requests that were answered, by the API they were meant for.")
          .labelNames("face", "method", "status")
          .register(registry);
  private final Histogram requestTime =
      Histogram.builder()
          .withoutExemplars()
          .name("colloquy_http_request_duration_seconds")
          .help("From a request to the end of its answer, also of one that is streamed.")
          .labelNames("face")
          .classicOnly()
          .classicUpperBounds(REQUEST_SECONDS)
          .register(registry);
  private final ModelCounts models = new ModelCounts(registry);
  private boolean complete;

  /// Metrics of a server.
  ///
  /// @param version of the program
  public Metrics(String version) {
    Info.builder()
        .name("colloquy_build_info")
        .help("The program that runs.")
        .labelNames("version")
        .register(registry)
        .addLabelValues(version);
  }

  /// Adds a value that is looked up when somebody asks.
  ///
  /// @param name as Prometheus wants it, such as `colloquy_answers_running`
  public void gauge(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) value.getAsLong()))
        .register(registry);
  }

  /// The same models, whose answers are counted and timed.
  public ChatModels watching(ChatModels all) {
    return (caller, provider, key) -> new CountedChatModel(all.open(caller, provider, key), models);
  }

  @Override
  public void answered(Answered answered) {
    var status = Integer.toString(answered.status());
    requests.labelValues(answered.face(), answered.method(), status).inc();
    requestTime.labelValues(answered.face()).observe(answered.took().toNanos() / NANOS);
  }

  /// All of them, as Prometheus reads them: its text format, version 0.0.4.
  public String text() {
    complete();
    var text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /// What Java tells of itself is looked at once somebody asks, so that no start waits for it.
  private synchronized void complete() {
    if (!complete) {
      JvmMetrics.builder().register(registry);
      complete = true;
    }
  }
}
