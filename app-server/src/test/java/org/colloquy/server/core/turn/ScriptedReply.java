package org.colloquy.server.core.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.StopReason;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// What a [ScriptedChatModel] does when it is asked once.
///
/// @param gates where it waits: the gate under n is passed before word n is said (the first word is
///   0), one under the number of words before the reply ends
/// @param failsAfter how many words it says before `failure`
/// @param failure null when it does not fail
/// @param reason why it ends
public record ScriptedReply(
    List<String> thoughts,
    List<String> words,
    Map<Integer, Gate> gates,
    int failsAfter,
    @Nullable Problem failure,
    List<ToolCall> toolCalls,
    Usage usage,
    StopReason reason) {

  public ScriptedReply {
    thoughts = List.copyOf(thoughts);
    words = List.copyOf(words);
    gates = Map.copyOf(gates);
    toolCalls = List.copyOf(toolCalls);
  }

  /// Says these words, one call of the listener each.
  public static ScriptedReply says(String... words) {
    return new ScriptedReply(
        List.of(),
        List.of(words),
        Map.of(),
        0,
        null,
        List.of(),
        new Usage(10, words.length),
        StopReason.STOP);
  }

  /// Fails before the first word.
  public static ScriptedReply fails(Problem problem) {
    return says().failingAfter(0, problem);
  }

  /// The same, but thinks this first.
  public ScriptedReply thinking(String... first) {
    return new ScriptedReply(
        List.of(first), words, gates, failsAfter, failure, toolCalls, usage, reason);
  }

  /// The same, but passes the gate before it says word `n`; the first word is 0.
  public ScriptedReply waitingBefore(int n, Gate gate) {
    var more = new HashMap<>(gates);
    more.put(n, gate);
    return new ScriptedReply(thoughts, words, more, failsAfter, failure, toolCalls, usage, reason);
  }

  /// The same, but fails after `n` words.
  public ScriptedReply failingAfter(int n, Problem problem) {
    return new ScriptedReply(thoughts, words, gates, n, problem, toolCalls, usage, reason);
  }

  /// The same, but wants these tools called after its words.
  public ScriptedReply askingFor(ToolCall... calls) {
    return new ScriptedReply(
        thoughts, words, gates, failsAfter, failure, List.of(calls), usage, StopReason.TOOL_CALLS);
  }

  /// The same, but takes this many tokens.
  public ScriptedReply taking(Usage tokens) {
    return new ScriptedReply(
        thoughts, words, gates, failsAfter, failure, toolCalls, tokens, reason);
  }

  /// The same, but ends for this reason.
  public ScriptedReply ending(StopReason why) {
    return new ScriptedReply(thoughts, words, gates, failsAfter, failure, toolCalls, usage, why);
  }
}
