package org.colloquy.server.llm.openai;

import org.colloquy.model.Usage;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;

/// What a model has answered so far; passes its words on at once.
final class GrowingReply {
  private final ReplyListener listener;
  private final WholeCharacters text = new WholeCharacters();
  private final WholeCharacters reasoning = new WholeCharacters();
  private final ToolCallFragments toolCalls = new ToolCallFragments();
  private Usage usage = Usage.NONE;
  private String stopReason = "";
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

  void stopReason(String told) {
    stopReason = told;
  }

  /// Whether there is anything of an answer.
  boolean begun() {
    return begun || stopped();
  }

  /// Whether the model has said why it stopped.
  boolean stopped() {
    return !stopReason.isEmpty();
  }

  Reply end() {
    think(reasoning.rest());
    say(text.rest());
    return new Reply(toolCalls.whole(), usage, stopReason);
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
