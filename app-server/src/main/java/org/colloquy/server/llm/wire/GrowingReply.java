package org.colloquy.server.llm.wire;

import java.util.function.Supplier;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.jspecify.annotations.Nullable;

/// What a model has answered so far; passes its words on at once.
public final class GrowingReply {
  private final ReplyListener listener;
  private final Supplier<String> callIds;
  private final WholeCharacters text = new WholeCharacters();
  private final WholeCharacters reasoning = new WholeCharacters();
  private final ToolCallFragments toolCalls = new ToolCallFragments();
  private Usage usage = Usage.NONE;
  private @Nullable StopReason stopReason;
  private String fingerprint = "";
  private boolean begun;
  private boolean passedOn;
  private boolean finished;

  /// @param callIds makes ids for tool calls that come without one
  GrowingReply(ReplyListener listener, Supplier<String> callIds) {
    this.listener = listener;
    this.callIds = callIds;
  }

  public void text(String more) {
    begun = true;
    say(text.next(more));
  }

  public void reasoning(String more) {
    think(reasoning.next(more));
  }

  public void toolCall(ToolCallFragments.Fragment fragment) {
    begun = true;
    toolCalls.add(fragment);
  }

  /// An id for a tool call that came without one.
  public String newCallId() {
    return callIds.get();
  }

  public void usage(Usage told) {
    usage = told;
  }

  /// What it used as far as that was told.
  public Usage usage() {
    return usage;
  }

  public void stopReason(StopReason told) {
    stopReason = told;
  }

  public void fingerprint(String told) {
    fingerprint = told;
  }

  /// Takes the provider's word that this was all.
  public void finish() {
    finished = true;
  }

  /// Whether the provider has said that this was all.
  boolean finished() {
    return finished;
  }

  /// Whether there is anything of an answer.
  boolean begun() {
    return begun || stopped();
  }

  /// Whether somebody has heard something of it already.
  boolean passedOn() {
    return passedOn;
  }

  /// Whether the model has said why it stopped.
  boolean stopped() {
    return stopReason != null;
  }

  Reply end() {
    think(reasoning.rest());
    say(text.rest());
    var calls = toolCalls.whole(callIds);
    var reason = stopReason == null ? StopReason.UNKNOWN : stopReason;
    // Some providers call it a normal stop when tools are to be called.
    var why = reason == StopReason.STOP && !calls.isEmpty() ? StopReason.TOOL_CALLS : reason;
    return new Reply(calls, usage, why, fingerprint);
  }

  private void say(String whole) {
    if (!whole.isEmpty()) {
      passedOn = true;
      listener.text(whole);
    }
  }

  private void think(String whole) {
    if (!whole.isEmpty()) {
      passedOn = true;
      listener.reasoning(whole);
    }
  }
}
