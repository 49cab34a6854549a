package org.colloquy.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the fake provider is told to answer: so many tokens, one every so many milliseconds. It
/// travels as a directive in the words of a message, which every relay passes on.
///
/// @param delay milliseconds from one token to the next; 0 for all at once
record StreamPlan(int tokens, int delay) {
  /// What a request without a directive gets.
  static final StreamPlan SHORT = new StreamPlan(5, 0);

  private static final Pattern DIRECTIVE =
      Pattern.compile("\\[\\[tokens=(\\d{1,7}) delay=(\\d{1,7})]]");

  StreamPlan {
    if (tokens < 0 || delay < 0) {
      throw new IllegalArgumentException("A plan counts from 0: " + tokens + ", " + delay);
    }
  }

  String directive() {
    return "[[tokens=" + tokens + " delay=" + delay + "]]";
  }

  /// How long the answer takes when nothing is in the way.
  long nanos() {
    return Math.max(0L, tokens - 1) * delay * 1_000_000;
  }

  /// The plan in a request's body: the last directive counts, those before it are history.
  static StreamPlan in(byte[] body) {
    Matcher matcher = DIRECTIVE.matcher(new String(body, StandardCharsets.ISO_8859_1));
    return matcher.results().reduce((earlier, later) -> later).map(StreamPlan::of).orElse(SHORT);
  }

  private static StreamPlan of(MatchResult found) {
    return new StreamPlan(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
  }
}
