package org.colloquy.server.core.turn;

import java.net.URI;
import java.util.Objects;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ProviderKind;

/// How many tokens of a model's window there are for a prompt. What is left over is for the answer,
/// and for counting in another way than the model does.
final class ContextRoom {
  /// Of a model elsewhere of which nothing is known: most have as much, and one that has less says
  /// so.
  static final int UNKNOWN_ELSEWHERE = 128_000;

  /// Of a model on this computer of which nothing is known: servers there cut off silently.
  static final int UNKNOWN_HERE = 8_192;

  private static final int USUAL_ANSWER = 4_096;

  private ContextRoom() {}

  static int of(ChosenModel chosen, ModelParameters parameters) {
    if (chosen.provider().kind() == ProviderKind.LOCAL) {
      return Integer.MAX_VALUE; // it searches what was said, whatever there is
    }
    var known = chosen.facts().contextWindow();
    int window = known == null ? unknown(chosen.provider().address()) : known;
    int answer = Objects.requireNonNullElse(parameters.maxTokens(), USUAL_ANSWER);
    return window - Math.min(answer, window / 4) - window / 20;
  }

  private static int unknown(String address) {
    var host = Objects.requireNonNullElse(URI.create(address).getHost(), "");
    boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    return here ? UNKNOWN_HERE : UNKNOWN_ELSEWHERE;
  }
}
