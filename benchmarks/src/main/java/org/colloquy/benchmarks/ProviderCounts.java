package org.colloquy.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/// What the fake provider counts. Its lateness says whether it was itself the bottleneck.
final class ProviderCounts {
  private static final long STEP = 100_000;

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final LongAdder requests = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final AtomicLongArray late = new AtomicLongArray(10_000);

  void opened() {
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
  }

  void closed() {
    open.decrementAndGet();
  }

  void requested() {
    requests.increment();
  }

  /// The reader went away before the answer was complete.
  void abandoned() {
    abandoned.increment();
  }

  /// A token went out so long after its time.
  void sent(long nanosLate) {
    tokens.increment();
    late.incrementAndGet(Math.clamp(nanosLate / STEP, 0, late.length() - 1));
  }

  /// Forgets everything but the open connections.
  void reset() {
    mostOpen.set(open.get());
    requests.reset();
    tokens.reset();
    abandoned.reset();
    for (int at = 0; at < late.length(); at++) {
      late.set(at, 0);
    }
  }

  String json() {
    return """
    {"open":%d,"mostOpen":%d,"requests":%d,"tokens":%d,"abandoned":%d,\
    "lateMillisMedian":%s,"lateMillis99":%s}\
    """
        .formatted(
            open.get(),
            mostOpen.get(),
            requests.sum(),
            tokens.sum(),
            abandoned.sum(),
            lateMillis(0.5),
            lateMillis(0.99));
  }

  private double lateMillis(double part) {
    double wanted = part * tokens.sum();
    long seen = 0;
    for (int at = 0; at < late.length(); at++) {
      seen += late.get(at);
      if (seen >= wanted) {
        return at * (STEP / 1e6);
      }
    }
    return late.length() * (STEP / 1e6);
  }
}
