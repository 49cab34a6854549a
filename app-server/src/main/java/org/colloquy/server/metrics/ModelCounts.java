package org.colloquy.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.colloquy.model.Usage;

/// How models answer, all of them together: which there are is their owners' business.
final class ModelCounts {
  private static final double[] SECONDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300};
  private static final double NANOS = 1e9;

  private final Counter calls;
  private final Counter tokens;
  private final Histogram firstWord;
  private final Histogram whole;

  /// How a call ended.
  enum End {
    ANSWERED("answered"),
    /// Somebody stopped it.
    STOPPED("stopped"),
    FAILED("failed");

    private final String word;

    End(String word) {
      this.word = word;
    }
  }

  ModelCounts(PrometheusRegistry registry) {
    calls =
        Counter.builder()
            .withoutExemplars()
            .name("colloquy_model_calls")
            .help("Calls of models that have ended.")
            .labelNames("outcome")
            .register(registry);
    tokens =
        Counter.builder()
            .withoutExemplars()
            .name("colloquy_model_tokens")
            .help("Tokens that providers counted.")
            .labelNames("direction")
            .register(registry);
    firstWord = histogram(registry, "first_word", "From a call to the first word.");
    whole = histogram(registry, "call", "From a call to its end.");
  }

  private static Histogram histogram(PrometheusRegistry registry, String what, String help) {
    return Histogram.builder()
        .withoutExemplars()
        .name("colloquy_model_" + what + "_duration_seconds")
        .help(help)
        .classicOnly()
        .classicUpperBounds(SECONDS)
        .register(registry);
  }

  void spoke(Duration took) {
    firstWord.observe(took.toNanos() / NANOS);
  }

  void ended(End end, Duration took) {
    calls.labelValues(end.word).inc();
    whole.observe(took.toNanos() / NANOS);
  }

  void used(Usage usage) {
    tokens.labelValues("input").inc(usage.input());
    tokens.labelValues("output").inc(usage.output());
  }
}
