package org.colloquy.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/// What one run of streams against one target gave. Times are kept in nanoseconds.
final class LoadFigures {
  private final Samples firstToken = new Samples();
  private final Samples delay = new Samples();
  private final Map<String, Integer> failures = new TreeMap<>();
  private long begun;
  private long lastToken;
  private int complete;

  /// Everything is connected; the run starts now.
  void begin() {
    begun = System.nanoTime();
    lastToken = begun;
  }

  void firstToken(long nanos) {
    firstToken.add(nanos);
  }

  /// A token was read that was written at this time.
  void token(long written, long read) {
    delay.add(read - written);
    lastToken = read;
  }

  void complete() {
    complete++;
  }

  void failed(String how) {
    failures.merge(how, 1, Integer::sum);
  }

  int ended() {
    return complete + failed();
  }

  int failed() {
    return failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  Map<String, Integer> failures() {
    return failures;
  }

  int tokens() {
    return delay.count();
  }

  double firstTokenMillis(double part) {
    return firstToken.millis(part);
  }

  double delayMillis(double part) {
    return delay.millis(part);
  }

  /// From the start of the run to its last token.
  double tokensPerSecond() {
    return tokens() * 1e9 / Math.max(1, lastToken - begun);
  }
}
