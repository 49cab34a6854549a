package org.colloquy.desktop.fake;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// What a scripted server answers to one question.
///
/// @param pieces the words, in the pieces in which they are sent
/// @param holdAfter after so many pieces it waits for [#gate]
/// @param cutAfter after so many pieces the connection breaks, once
/// @param wants the tool that a person is asked about before the first piece; null for none
/// @param problem how it fails after the last piece, as JSON; null when it does not
public record Script(
    List<String> pieces,
    int holdAfter,
    CountDownLatch gate,
    int cutAfter,
    @Nullable String problem,
    @Nullable String wants) {
  private static final int NEVER = Integer.MAX_VALUE;

  public static Script says(String... pieces) {
    return new Script(List.of(pieces), NEVER, new CountDownLatch(0), NEVER, null, null);
  }

  /// Waits after so many pieces until [#go], or until it is stopped.
  public Script holdingAfter(int count) {
    return new Script(pieces, count, new CountDownLatch(1), cutAfter, problem, wants);
  }

  public Script cutAfter(int count) {
    return new Script(pieces, holdAfter, gate, count, problem, wants);
  }

  public Script failing(String json) {
    return new Script(pieces, holdAfter, gate, cutAfter, json, wants);
  }

  /// Asks before the first piece whether this tool may run, and waits for the answer.
  public Script wanting(String tool) {
    return new Script(pieces, holdAfter, gate, cutAfter, problem, tool);
  }

  public void go() {
    gate.countDown();
  }
}
