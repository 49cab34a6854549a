package org.colloquy.server.http;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import org.jspecify.annotations.Nullable;

/// How much may stand in the head of a request.
final class HeadLimits {
  /// All headers together, in bytes: what servers usually take.
  static final int LONGEST_HEADERS = 16 * 1024;

  /// In bytes. Some clients send a whole talk in the query.
  static final int LONGEST_FIRST_LINE = 128 * 1024;

  /// A browser sends twenty or thirty.
  private static final int MOST_HEADERS = 100;

  /// No path takes more than ten.
  private static final int MOST_PARAMETERS = 100;

  private HeadLimits() {}

  /// What is answered to a head that has too much in it; null when it has not.
  static @Nullable Answer refusal(HttpPrologue prologue, Headers headers) {
    if (count(headers) > MOST_HEADERS) {
      return NeutralProblems.error(431, "more than " + MOST_HEADERS + " headers");
    }
    if (parameters(prologue.query().rawValue()) > MOST_PARAMETERS) {
      return NeutralProblems.error(414, "more than " + MOST_PARAMETERS + " parameters");
    }
    return null;
  }

  private static int count(Headers headers) {
    int count = 0;
    for (var header : headers) {
      count += header.valueCount();
    }
    return count;
  }

  private static long parameters(String query) {
    return query.isEmpty() ? 0 : 1 + query.chars().filter(c -> c == '&').count();
  }
}
