package org.colloquy.server.llm.openai;

import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.jspecify.annotations.Nullable;

/// What a model has answered so far; passes its words on at once.
final class GrowingReply {
  private final ReplyListener listener;
  private final WholeCharacters text = new WholeCharacters();
  private final WholeCharacters reasoning = new WholeCharacters();
  private final ToolCallFragments toolCalls = new ToolCallFragments();
  private Usage usage = Usage.NONE;
  private @Nullable StopReason stopReason;
  private String fingerprint = "";
  private boolean begun;

  GrowingReply(ReplyListener listener) {
    this.listener = listener;
  }

  void text(String more) {
    begun = true;
    say(text.next(more));
  }

  void reasoning(String more) {
    think(reasoning.next(more));
  }

  void toolCall(ToolCallFragments.Fragment fragment) {
    begun = true;
    toolCalls.add(fragment);
  }

  void usage(Usage told) {
    usage = told;
  }

  /// Takes the provider's word for why it stopped.
  void stopReason(String told) {
    stopReason =
        switch (told) {
          case "stop", "eos", "end_turn" -> StopReason.STOP;
          case "length", "max_tokens" -> StopReason.LENGTH;
          case "tool_calls", "function_call" -> StopReason.TOOL_CALLS;
          case "content_filter" -> StopReason.FILTERED;
          default -> StopReason.UNKNOWN;
        };
  }

  void fingerprint(String told) {
    fingerprint = told;
  }

  /// Whether there is anything of an answer.
  boolean begun() {
    return begun || stopped();
  }

  /// Whether the model has said why it stopped.
  boolean stopped() {
    return stopReason != null;
  }

  Reply end() {
    think(reasoning.rest());
    say(text.rest());
    var reason = stopReason == null ? StopReason.UNKNOWN : stopReason;
    return new Reply(toolCalls.whole(), usage, reason, fingerprint);
  }

  private void say(String whole) {
    if (!whole.isEmpty()) {
      listener.text(whole);
    }
  }

  private void think(String whole) {
    if (!whole.isEmpty()) {
      listener.reasoning(whole);
    }
  }
}
